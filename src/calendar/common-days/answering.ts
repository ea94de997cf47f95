import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { CommonDay, CommonDayAnswer, SchoolAnswer } from '../tables.js'

/** A school of the network, and what it says to a day. */
export interface SchoolOnDay {
  schoolId: string
  name: string
  answer: CommonDayAnswer | null
  note: string
  answeredAt: string | null
}

export const answersInWords: Record<CommonDayAnswer, string> = {
  kept: 'Keeps it',
  'not kept': 'Does not keep it',
  own: 'Has a day of its own',
}

/** Every school of the network in the alphabet, with what it says. */
export async function schoolsOnDay(db: Db, day: Pick<CommonDay, 'id' | 'networkId'>): Promise<SchoolOnDay[]> {
  const schools = await schoolsOf(db, day.networkId)
  const answers = await answersTo(db, [day.id])
  return schools.map(({ id, name }) => {
    const given = answers.find(one => one.schoolId === id)
    const { answer, note, answeredAt } = given ?? { answer: null, note: '', answeredAt: null }
    return { schoolId: id, name, answer, note, answeredAt }
  })
}

export function answersTo(db: Db, dayIds: string[]): Promise<SchoolAnswer[]> {
  return db
    .selectFrom('commonDayAnswers')
    .selectAll()
    .where('commonDayId', 'in', [...dayIds, ''])
    .execute()
}

/** Whether a school keeps the day; said again, the newer answer stands. */
export async function answerForSchool(
  trx: Trx,
  day: CommonDay,
  person: Person,
  school: string,
  { answer, note }: { answer: CommonDayAnswer; note: string },
): Promise<void> {
  const said = { answer, note, answeredAt: now(), answeredBy: person.id }
  await trx
    .insertInto('commonDayAnswers')
    .values({ commonDayId: day.id, schoolId: school, ...said })
    .onConflict(oc => oc.columns(['commonDayId', 'schoolId']).doUpdateSet(said))
    .execute()
  const aboutDay = { networkId: day.networkId, aboutKind: 'common day', aboutId: day.id }
  await record(trx, { kind: 'common day answered', by: person, ...aboutDay, school })
}
