import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { FromGroup } from '../answering/answering.js'
import { answerSaid } from '../answers.js'
import { aboutRecommendation } from '../as-fact.js'
import type { ResponseOf } from '../recommendations.js'
import type { Recommendation } from '../tables.js'

/**
 * A head confirms that what was entered from paper is their answer: from now on it is counted as theirs.
 * @throws Conflict when it was answered or entered anew meanwhile
 */
export async function confirmSlip(
  trx: Trx,
  from: FromGroup,
  recommendation: Recommendation,
  response: ResponseOf,
  person: Person,
  given: { mayBePublic: boolean; version: number },
): Promise<void> {
  const confirmedAt = now()

  const done = await trx
    .updateTable('responses')
    .set({
      ...{ confirmedAt, confirmedBy: person.id },
      publicAt: given.mayBePublic ? confirmedAt : null,
      publicBy: given.mayBePublic ? person.id : null,
      version: given.version + 1,
    })
    .where('id', '=', response.id)
    .where('version', '=', given.version)
    .where('fromPaperOn', 'is not', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n)
    throw new Conflict('What was entered has changed since you opened this page. Read it again before you confirm it.')
  await record(trx, {
    kind: 'answer from paper confirmed',
    by: person,
    ...aboutRecommendation(from, recommendation),
    school: response.schoolName,
    said: answerSaid(response.answer).toLowerCase(),
  })
}
