import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { answerSaid } from '../answers.js'
import { onPaperOnly } from '../slips/on-paper-only.js'
import { asReadBy } from './as-read-by.js'
import { schoolsHeaded } from './schools-headed.js'

/** A head confirms, or changes, what was entered from paper before they had an account. */
export const slipsToConfirm = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ schools: schoolsHeaded(person) }),
    (db, { schools }) =>
      onPaperOnly(db, schools)
        .innerJoin('schools', 'schools.id', 'responses.schoolId')
        .select(['recommendations.id', 'recommendations.recommendation', 'recommendations.groupId', 'groups.networkId'])
        .select(['responses.schoolId', 'responses.answer', 'schools.name as school'])
        .orderBy('responses.answeredAt'),
  ),
  async says(rows, { db, person }) {
    const read = await asReadBy(db, person, rows)
    return read.map((row): Waiting => ({
      text: toConfirmInWords({ ...row, said: answerSaid(row.answer) }),
      href: `/recommendations/${row.id}/responses/${row.schoolId}`,
      action: 'Confirm or change the answer',
      networkId: row.networkId,
    }))
  },
})

export function toConfirmInWords(one: { school: string; recommendation: string; said: string }): string {
  return `${one.school} answered ${quoted(one.recommendation)} on paper: ${one.said.toLowerCase()}. Is that right?`
}
