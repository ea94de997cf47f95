import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { type Adoption, adoptionSaid, type Answer, answerSaid } from '../answers.js'
import type { ResponseOf } from '../recommendations.js'
import { aboutRecommendation } from '../as-fact.js'
import type { Recommendation, ResponseAnswer } from '../tables.js'

/** What the group's memory is told about: the group is found by its row, since a head need not stand in it. */
export interface FromGroup {
  networkId: string
  groupId: string
}

/**
 * A head answers for their school, or thinks again; every answer stays in the memory.
 * @param version the version of the response that was on the page
 * @throws Conflict when somebody else has answered for the school meanwhile
 */
export async function answerRecommendation(
  trx: Trx,
  from: FromGroup,
  recommendation: Recommendation,
  response: ResponseOf,
  person: Person,
  given: { answer: Answer; reason: string; reviewOn: string; mayBePublic: boolean; version: number },
): Promise<void> {
  const { answer, reason, reviewOn } = given
  const answeredAt = now()

  const done = await trx
    .updateTable('responses')
    .set({
      answer,
      reason,
      reviewOn,
      answeredAt,
      answeredBy: person.id,
      ...{ fromPaperOn: null, confirmedAt: null, confirmedBy: null },
      adoption: answer === 'decline' ? null : (response.adoption ?? 'considering'),
      ...(answer === 'decline' ? { inPlaceAt: null, inPlaceOn: null, inPlaceBy: null } : {}),
      publicAt: given.mayBePublic ? (response.publicAt ?? answeredAt) : null,
      publicBy: given.mayBePublic ? person.id : null,
      version: given.version + 1,
    })
    .where('id', '=', response.id)
    .where('version', '=', given.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n)
    throw new Conflict('Somebody else has answered for your school since you opened this page.')
  await keepAnswer(trx, response, { answer, reason, reviewOn, answeredAt, answeredBy: person.id, fromPaperOn: null })
  const said = answerSaid(answer).toLowerCase()
  const deed = {
    by: person,
    ...aboutRecommendation(from, recommendation),
    because: reason,
    school: response.schoolName,
    said,
  }
  await record(trx, { kind: 'recommendation answered', ...deed })
}

/** Every answer stays in the memory, also when another one takes its place. */
export async function keepAnswer(
  trx: Trx,
  response: ResponseOf,
  given: Omit<ResponseAnswer, 'id' | 'responseId'>,
): Promise<void> {
  await trx
    .insertInto('responseAnswers')
    .values({ id: newId(), responseId: response.id, ...given })
    .execute()
}

/** Where the recommendation stands in the school now; in place, with the day and what can be seen, and files that show it. */
export async function followAdoption(
  trx: Trx,
  from: FromGroup,
  recommendation: Recommendation,
  response: ResponseOf,
  person: Person,
  given: {
    adoption: Adoption
    inPlaceOn: string | null
    whatCanBeSeen: string
    reviewOn: string | null
    version: number
  },
  files: { prepared: Prepared; alt: string }[],
): Promise<void> {
  const inPlace = given.adoption === 'in place'

  const done = await trx
    .updateTable('responses')
    .set({
      adoption: given.adoption,
      whatCanBeSeen: given.whatCanBeSeen,
      reviewOn: given.reviewOn,
      inPlaceAt: inPlace ? (response.inPlaceAt ?? now()) : null,
      inPlaceOn: inPlace ? given.inPlaceOn : null,
      inPlaceBy: inPlace ? person.id : null,
      version: given.version + 1,
    })
    .where('id', '=', response.id)
    .where('version', '=', given.version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n)
    throw new Conflict('Somebody else has answered for your school since you opened this page.')
  for (const { prepared, alt } of files) {
    const file = await recordFile(trx, prepared, person)
    await trx
      .insertInto('responseFiles')
      .values({ responseId: response.id, fileId: file.id, alt, removedAt: null })
      .execute()
  }
  const said = inPlace ? 'it is in place' : adoptionSaid(given.adoption).toLowerCase()
  const deed = {
    by: person,
    ...aboutRecommendation(from, recommendation),
    because: given.whatCanBeSeen || null,
    school: response.schoolName,
    said,
  }
  await record(trx, { kind: 'adoption followed', ...deed })
}
