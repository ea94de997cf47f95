import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { aboutRecommendation } from '../as-fact.js'
import type { RecommendationWithResponses } from '../recommendations.js'
import type { Recommendation } from '../tables.js'

/** The chosen pieces that it can lean on: the group's, shared with it, and within this person's reach; by their numbers. */
export async function piecesToLeanOn(db: Db, person: Reader, enquiry: Enquiry, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.id', 'in', [...new Set(ids)])
    .where('evidence.groupId', '=', enquiry.groupId)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number')
    .execute()
  return enquiry.names.read(rows).map(row => ({ id: row.id, number: `E${row.number}`, title: row.title }))
}

/** Those of the chosen pieces that it can lean on. */
export async function amongThose(db: Db, person: Reader, enquiry: Enquiry, ids: string[]): Promise<string[]> {
  return (await piecesToLeanOn(db, person, enquiry, ids)).map(piece => piece.id)
}

/** The pieces that it leans on, as far as this person may read them. */
export async function piecesLeanedOn(db: Db, person: Reader, recommendation: RecommendationWithResponses) {
  if (recommendation.evidenceIds.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.id', 'in', recommendation.evidenceIds)
    .orderBy('evidence.number')
    .execute()
  const { read } = await person.namesIn(db, recommendation.groupId)
  return read(rows).map(row => ({
    id: row.id,
    number: `E${row.number}`,
    title: row.title,
    href: `/evidence/${row.id}`,
  }))
}

/** From now on it leans on these pieces too. */
export async function leanOn(trx: Trx, { id }: Pick<Recommendation, 'id'>, evidenceIds: string[]): Promise<void> {
  if (evidenceIds.length === 0) return
  await trx
    .insertInto('recommendationEvidence')
    .values(evidenceIds.map(evidenceId => ({ recommendationId: id, evidenceId })))
    .onConflict(conflict => conflict.columns(['recommendationId', 'evidenceId']).doNothing())
    .execute()
}

export async function leanOnNoMore(trx: Trx, { id }: Pick<Recommendation, 'id'>, evidenceIds: string[]): Promise<void> {
  if (evidenceIds.length === 0) return
  await trx
    .deleteFrom('recommendationEvidence')
    .where('recommendationId', '=', id)
    .where('evidenceId', 'in', evidenceIds)
    .execute()
}

/** Chooses one more piece for a draft. */
export async function chooseEvidence(
  trx: Trx,
  enquiry: Enquiry,
  recommendation: Recommendation,
  piece: { id: string; number: number },
  person: Person,
): Promise<void> {
  await leanOn(trx, recommendation, [piece.id])
  const deed = { by: person, ...aboutRecommendation(enquiry, recommendation), piece: piece.number }
  await record(trx, { kind: 'evidence chosen for a recommendation', ...deed })
}

/** A draft does not lean on a piece any more. */
export async function letEvidenceGo(
  trx: Trx,
  enquiry: Enquiry,
  recommendation: Recommendation,
  piece: { id: string; number: number },
  person: Person,
): Promise<void> {
  await leanOnNoMore(trx, recommendation, [piece.id])
  const deed = { by: person, ...aboutRecommendation(enquiry, recommendation), piece: piece.number }
  await record(trx, { kind: 'evidence taken off a recommendation', ...deed })
}
