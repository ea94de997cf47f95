import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import { momentOf } from '../../web/now.js'
import type { CommonDay } from '../tables.js'
import { answersTo } from './answering.js'

/** The days in common of a network, for those who work in it; they concern those whose school keeps them. */
export const datesOfCommonDays = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ works: networkIds.filter(id => person.works(id)), from, until }),
    (db, { works, from, until }) =>
      db
        .selectFrom('commonDays')
        .selectAll()
        .where('networkId', 'in', works)
        .where('startsOn', '<=', until)
        .where('endsOn', '>=', from),
  ),
  async says(days, { db, person }) {
    const keeping = await keepersOf(db, days)
    return days.map(day => dateOf(day, { mine: keeping(day).some(school => person.worksAt(school)) }))
  },
})

/** The schools that keep each of these days. */
async function keepersOf(db: Db, days: CommonDay[]): Promise<(day: CommonDay) => string[]> {
  const answers = await answersTo(
    db,
    days.map(day => day.id),
  )
  return ({ id }) => answers.filter(one => one.commonDayId === id && one.answer === 'kept').map(one => one.schoolId)
}

export function dateOf(day: CommonDay, { mine }: { mine: boolean }): CalendarDate {
  const { id, kind, title, place, startsOn, endsOn, begins, finishes, networkId, sequence, changedAt, cancelledAt } =
    day
  const hours = { starts: momentOf(startsOn, begins || '00:00'), ends: finishes ? momentOf(endsOn, finishes) : null }
  const days = { starts: startsOn, ends: endsOn > startsOn ? endsOn : null }
  return {
    ...{ uid: `common-day-${id}`, kind, title, where: place, href: `/networks/${networkId}/common-days/${id}` },
    ...(begins ? hours : days),
    ...{ networkId, groupId: null, mine, sequence, changedAt, cancelledAt },
  }
}
