import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import type { Adoption, Answer } from '../answers.js'
import { asReadBy } from './as-read-by.js'
import { schoolsHeaded } from './schools-headed.js'

const quietDays = 90

/** A head looks again on the day they named, or after a season in which nothing was said of something taken up. */
export const answersToLookAtAgain = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({
      schools: schoolsHeaded(person),
      soon: daysAfter(today, 7),
      quietSince: beginningOf(daysAfter(today, -quietDays)),
    }),
    (db, { schools, soon, quietSince }) =>
      db
        .selectFrom('responses')
        .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
        .innerJoin('groups', 'groups.id', 'recommendations.groupId')
        .innerJoin('schools', 'schools.id', 'responses.schoolId')
        .select(['recommendations.id', 'recommendations.recommendation', 'recommendations.groupId', 'groups.networkId'])
        .select('schools.name as school')
        .select(['responses.schoolId', 'responses.answer', 'responses.adoption', 'responses.reviewOn'])
        .where('responses.schoolId', 'in', schools)
        .where('responses.answeredAt', 'is not', null)
        .where('recommendations.withdrawnAt', 'is', null)
        // What stands on paper only is confirmed first.
        .where(eb => eb.or([eb('responses.fromPaperOn', 'is', null), eb('responses.confirmedAt', 'is not', null)]))
        .where(eb => eb.or([eb('responses.adoption', 'is', null), eb('responses.adoption', '<>', 'dropped')]))
        .where(eb =>
          eb.or([
            eb('responses.reviewOn', '<=', soon),
            eb.and([
              eb('responses.reviewOn', 'is', null),
              eb('responses.adoption', 'in', ['considering', 'trying']),
              eb('responses.answeredAt', '<', quietSince),
            ]),
          ]),
        ),
  ),
  says: async (rows, { db, person }) => {
    const read = await asReadBy(db, person, rows)
    return read.map((row): Waiting => {
      const declined = row.answer === 'decline'
      return {
        text: lookAgainInWords(row),
        href: `/recommendations/${row.id}/responses/${row.schoolId}${declined ? '' : '/adoption'}`,
        action: declined ? 'Look again' : 'Say how it goes',
        ...(row.reviewOn ? { due: row.reviewOn } : {}),
        networkId: row.networkId,
      }
    })
  },
})

export function lookAgainInWords(one: {
  recommendation: string
  school: string
  answer: Answer | null
  adoption: Adoption | null
}): string {
  const what = quoted(one.recommendation)
  if (one.answer === 'decline') return `${one.school} declined ${what}. You wanted to look at it again.`
  if (one.adoption === 'in place') return `${one.school} has ${what} in place. You wanted to look at it again.`
  return `${one.school} took up ${what}. How is it going?`
}
