import { inTheSameWords } from '../../database/in-the-same-words.js'
import { asReadBy } from './as-read-by.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { schoolsHeaded } from './schools-headed.js'

/** A head answers each recommendation that was sent to their school. */
export const recommendationsToAnswer = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ schools: schoolsHeaded(person) }),
    (db, { schools }) =>
      db
        .selectFrom('responses')
        .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
        .innerJoin('groups', 'groups.id', 'recommendations.groupId')
        .innerJoin('schools', 'schools.id', 'responses.schoolId')
        .select(['recommendations.id', 'recommendations.recommendation', 'recommendations.groupId', 'groups.networkId'])
        .select(['responses.schoolId', 'schools.name as school', 'groups.name as group'])
        .where('responses.schoolId', 'in', schools)
        .where('responses.answeredAt', 'is', null)
        .where('recommendations.withdrawnAt', 'is', null)
        .orderBy('responses.sentAt'),
  ),
  says: async (rows, { db, person }) => {
    const read = await asReadBy(db, person, rows)
    return read.map((row): Waiting => ({
      text: recommendedInWords(row),
      href: `/recommendations/${row.id}/responses/${row.schoolId}`,
      action: 'Answer it',
      networkId: row.networkId,
    }))
  },
})

export function recommendedInWords(one: { group: string; school: string; recommendation: string }): string {
  return `${one.group} recommends to ${one.school}: ${quoted(one.recommendation)}`
}
