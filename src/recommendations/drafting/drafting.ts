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
import { leanOn, leanOnNoMore } from './leaning.js'

export interface RecommendationWords {
  recommendation: string
  reasons: string
  /** Days of release time that it takes a school in a year; null when nobody has said. */
  releaseDays: number | null
  cost: string
  evidenceIds: string[]
  /** The schools that it is meant for; left out, none is said yet. */
  schoolIds?: string[]
}

/** The claim, or the effect in a school, that a recommendation is begun from. */
export interface BegunFrom {
  claimId: string | null
  effectId: string | null
}

/** Drafts a recommendation; it is the group's own until it is sent. */
export async function draftRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  words: RecommendationWords,
  from: BegunFrom = { claimId: null, effectId: null },
): Promise<Recommendation> {
  const { evidenceIds, schoolIds = [], ...said } = words

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
    ...from,
    draftedAt: now(),
    draftedBy: person.id,
    version: 1,
    releasedOutsideAt: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: null,
  }
  await trx.insertInto('recommendations').values(row).execute()
  await leanOn(trx, row, evidenceIds)
  await meantFor(trx, row, schoolIds)
  await record(trx, { kind: 'recommendation drafted', by: person, ...aboutRecommendation(enquiry, row) })
  return row
}

/**
 * @param words.evidenceIds of the pieces that were offered, those that it still leans on
 * @param offered the pieces that stood on the page: what somebody chose meanwhile is left as it is
 * @throws Conflict when somebody else has revised it since, or it was sent meanwhile
 */
export async function reviseRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  recommendation: Recommendation,
  person: Person,
  words: RecommendationWords & { offered: string[] },
  version: number,
): Promise<void> {
  const { evidenceIds, offered, schoolIds = [], ...said } = words

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
  await leanOnNoMore(
    trx,
    recommendation,
    offered.filter(id => !evidenceIds.includes(id)),
  )
  await leanOn(trx, recommendation, evidenceIds)
  await trx.deleteFrom('recommendationSchools').where('recommendationId', '=', recommendation.id).execute()
  await meantFor(trx, recommendation, schoolIds)
  await record(trx, { kind: 'recommendation revised', by: person, ...aboutRecommendation(enquiry, recommendation) })
}

async function meantFor(trx: Trx, { id }: Pick<Recommendation, 'id'>, schoolIds: string[]): Promise<void> {
  if (schoolIds.length === 0) return
  await trx
    .insertInto('recommendationSchools')
    .values(schoolIds.map(schoolId => ({ recommendationId: id, schoolId })))
    .execute()
}
