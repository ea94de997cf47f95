import type { Db } from '../../database.js'
import type { Network } from '../../networks/tables.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { networkList } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { type Column, day, text } from '../../web/columns.js'
import { mayReadNetworkCalendar } from '../permissions.js'
import type { CommonDay } from '../tables.js'
import { answersInWords, answersTo } from './answering.js'
import { commonDaysOf } from './days.js'

/** A day in common with what one school says to it. */
interface Line {
  day: CommonDay
  school: string
  answer: string
  note: string
}

const columns: Column<Line>[] = [
  day('First day', line => line.day.startsOn),
  day('Last day', line => line.day.endsOn),
  text('Begins', 8, line => line.day.begins),
  text('Ends', 8, line => line.day.finishes),
  text('Kind', 18, line => line.day.kind),
  text('What for', 40, line => line.day.title),
  text('Place', 30, line => line.day.place),
  text('State', 12, line => (line.day.cancelledAt ? 'cancelled' : 'held')),
  text('School', 40, line => line.school),
  text('Answer', 24, line => line.answer),
  text('Note', 40, line => line.note),
]

/** Every day of a network with every school, in the order of time and of the alphabet. */
async function lines(db: Db, person: Person, network: Network): Promise<Line[]> {
  if (!mayReadNetworkCalendar(person, network)) return []
  const days = await commonDaysOf(db, network.id, { from: '', until: '9999' })
  const schools = await schoolsOf(db, network.id)
  const answers = await answersTo(
    db,
    days.map(one => one.id),
  )
  const given = new Map(answers.map(one => [`${one.commonDayId} ${one.schoolId}`, one]))
  return days.flatMap(one =>
    schools.map(({ id, name }) => {
      const said = given.get(`${one.id} ${id}`)
      return { day: one, school: name, answer: said ? answersInWords[said.answer] : '', note: said?.note ?? '' }
    }),
  )
}

export const commonDaysList = networkList({ name: 'common-days', title: 'Days in common', columns, lines })
