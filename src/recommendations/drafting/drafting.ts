import { sql } from 'kysely'
import type { Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutRecommendation } from '../as-fact.js'
import type { Recommendation } from '../tables.js'

export interface RecommendationWords {
  recommendation: string
  reasons: string
  /** Days of release time that it takes a school in a year; null when nobody has said. */
  releaseDays: number | null
  cost: string
  evidenceIds: string[]
}

/** Drafts a recommendation; it is the group's own until it is sent. */
export async function draftRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  words: RecommendationWords,
): Promise<Recommendation> {
  const { evidenceIds, ...said } = words

  const newest = await trx
    .selectFrom('recommendations')
    .select(sql<number>`coalesce(max(number), 0)`.as('number'))
    .where('groupId', '=', enquiry.groupId)
    .executeTakeFirstOrThrow()
  const row: Recommendation = {
    id: newId(),
    groupId: enquiry.groupId,
    enquiryId: enquiry.id,
    number: Number(newest.number) + 1,
    ...said,
    draftedAt: now(),
    draftedBy: person.id,
    version: 1,
    releasedOutsideAt: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: null,
    ...{ claimId: null, effectId: null },
  }
  await trx.insertInto('recommendations').values(row).execute()
  await leanOn(trx, row, evidenceIds)
  await record(trx, { kind: 'recommendation drafted', by: person, ...aboutRecommendation(enquiry, row) })
  return row
}

/** @throws Conflict when somebody else has revised it since, or it was sent meanwhile */
export async function reviseRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  recommendation: Recommendation,
  person: Person,
  words: RecommendationWords,
  version: number,
): Promise<void> {
  const { evidenceIds, ...said } = words

  const done = await trx
    .updateTable('recommendations')
    .set({ ...said, version: version + 1 })
    .where('id', '=', recommendation.id)
    .where('version', '=', version)
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('responses')
            .select('responses.id')
            .whereRef('responses.recommendationId', '=', 'recommendations.id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n)
    throw new Conflict('Somebody else has revised or sent this recommendation since you opened it.')
  await trx.deleteFrom('recommendationEvidence').where('recommendationId', '=', recommendation.id).execute()
  await leanOn(trx, recommendation, evidenceIds)
  await record(trx, { kind: 'recommendation revised', by: person, ...aboutRecommendation(enquiry, recommendation) })
}

async function leanOn(trx: Trx, row: Pick<Recommendation, 'id'>, evidenceIds: string[]): Promise<void> {
  if (evidenceIds.length === 0) return
  await trx
    .insertInto('recommendationEvidence')
    .values(evidenceIds.map(evidenceId => ({ recommendationId: row.id, evidenceId })))
    .execute()
}
