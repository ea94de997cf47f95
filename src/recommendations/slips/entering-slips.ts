import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { type FromGroup, keepAnswer } from '../answering/answering.js'
import { type Answer, answerSaid } from '../answers.js'
import { aboutRecommendation } from '../as-fact.js'
import type { ResponseOf } from '../recommendations.js'
import type { Recommendation } from '../tables.js'

/**
 * Enters what a head without an account wrote on a reply slip, in the head's words. It stands as entered from paper until a
 * head confirms it, and is never published before: only a head agrees to that.
 * @param given.fromPaperOn the day that stands on the slip
 * @param slips pictures or scans of the slip
 * @throws Conflict when somebody else has entered or answered it meanwhile
 */
export async function enterSlip(
  trx: Trx,
  from: FromGroup,
  recommendation: Recommendation,
  response: ResponseOf,
  person: Person,
  given: { answer: Answer; reason: string; reviewOn: string | null; fromPaperOn: string; version: number },
  slips: { prepared: Prepared; alt: string }[],
): Promise<void> {
  const { version, ...entered } = given
  const said = { ...entered, answeredAt: now(), answeredBy: person.id }
  const declines = given.answer === 'decline'

  const done = await trx
    .updateTable('responses')
    .set({
      ...said,
      ...{ confirmedAt: null, confirmedBy: null, publicAt: null, publicBy: null },
      adoption: declines ? null : (response.adoption ?? 'considering'),
      ...(declines ? { inPlaceAt: null, inPlaceOn: null, inPlaceBy: null } : {}),
      version: version + 1,
    })
    .where('id', '=', response.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n)
    throw new Conflict('Somebody else has entered an answer for this school since you opened this page.')
  await keepAnswer(trx, response, said)
  await keepSlips(trx, response, person, slips)
  await record(trx, {
    kind: 'answer entered from paper',
    by: person,
    ...aboutRecommendation(from, recommendation),
    because: given.reason,
    school: response.schoolName,
    said: answerSaid(given.answer).toLowerCase(),
  })
}

/** A new slip takes the place of the one before; without one, the one before stays. */
async function keepSlips(
  trx: Trx,
  response: ResponseOf,
  person: Person,
  slips: { prepared: Prepared; alt: string }[],
): Promise<void> {
  if (slips.length === 0) return
  await trx
    .updateTable('responseFiles')
    .set({ removedAt: now() })
    .where('responseId', '=', response.id)
    .where('shows', '=', 'the reply slip')
    .where('removedAt', 'is', null)
    .execute()
  for (const { prepared, alt } of slips) {
    const file = await recordFile(trx, prepared, person)
    await trx
      .insertInto('responseFiles')
      .values({ responseId: response.id, fileId: file.id, alt, shows: 'the reply slip', removedAt: null })
      .execute()
  }
}
