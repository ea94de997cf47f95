import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { asReadBy } from './as-read-by.js'
import { schoolsHeaded } from './schools-headed.js'

/** How long it stands on the day of a head. */
const daysToRead = 14

/** A head reads, for a fortnight, that what was recommended to their school is withdrawn, and why. */
export const recommendationsWithdrawn = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({
      schools: schoolsHeaded(person),
      since: beginningOf(daysAfter(today, -daysToRead)),
    }),
    (db, { schools, since }) =>
      db
        .selectFrom('responses')
        .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
        .innerJoin('groups', 'groups.id', 'recommendations.groupId')
        .innerJoin('schools', 'schools.id', 'responses.schoolId')
        .select(['recommendations.id', 'recommendations.recommendation', 'recommendations.groupId', 'groups.networkId'])
        .select(['schools.name as school', 'groups.name as group'])
        .where('responses.schoolId', 'in', schools)
        .where('recommendations.withdrawnAt', '>=', since)
        .orderBy('recommendations.withdrawnAt'),
  ),
  says: async (rows, { db, person }) => {
    const read = await asReadBy(db, person, rows)
    return read.map((row): Waiting => ({
      text: withdrawnInWords(row),
      href: `/recommendations/${row.id}`,
      action: 'Read why',
      networkId: row.networkId,
    }))
  },
})

export function withdrawnInWords(one: { group: string; school: string; recommendation: string }): string {
  return `${one.group} withdrew what it recommended to ${one.school}: ${quoted(one.recommendation)}`
}
