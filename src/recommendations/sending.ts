import { sql } from 'kysely'
import type { Trx } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { Conflict } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { listed, plural } from '../words/words.js'
import type { Told } from './recommendations.js'
import type { Recommendation } from './tables.js'

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
  }
  await trx.insertInto('recommendations').values(row).execute()
  await leanOn(trx, row, evidenceIds)
  await record(trx, { kind: 'recommendation drafted', by: person, ...about(enquiry, row) })
  return row
}

/** @throws Conflict when somebody else has revised it since, or it was sent meanwhile */
export async function reviseRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  told: Told,
  person: Person,
  words: RecommendationWords,
  version: number,
): Promise<void> {
  const { evidenceIds, ...said } = words

  const done = await trx
    .updateTable('recommendations')
    .set({ ...said, version: version + 1 })
    .where('id', '=', told.id)
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
  await trx.deleteFrom('recommendationEvidence').where('recommendationId', '=', told.id).execute()
  await leanOn(trx, told, evidenceIds)
  await record(trx, { kind: 'recommendation revised', by: person, ...about(enquiry, told) })
}

/** Sends it to the heads of these schools; a school that has it already is left as it is. */
export async function sendRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  told: Recommendation,
  person: Person,
  schools: { id: string; name: string }[],
): Promise<void> {
  const sentAt = now()
  const rows = schools.map(school => ({
    id: newId(),
    recommendationId: told.id,
    schoolId: school.id,
    sentAt,
    sentBy: person.id,
    answer: null,
    reviewOn: null,
    answeredAt: null,
    answeredBy: null,
    adoption: null,
    inPlaceAt: null,
    inPlaceOn: null,
    inPlaceBy: null,
    publicAt: null,
    publicBy: null,
  }))
  if (rows.length > 0)
    await trx
      .insertInto('responses')
      .values(rows)
      .onConflict(conflict => conflict.columns(['recommendationId', 'schoolId']).doNothing())
      .execute()
  const to =
    schools.length > 4 ? plural(schools.length, 'school', 'schools') : listed(schools.map(school => school.name))
  const deed = { by: person, ...about(enquiry, told), to, schools: schools.map(school => school.id) }
  await record(trx, { kind: 'recommendation sent', ...deed })
}

/** Takes it back with a reason; what was answered stays readable. */
export async function withdrawRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  told: Told,
  person: Person,
  because: string,
): Promise<void> {
  await trx
    .updateTable('recommendations')
    .set({ withdrawnAt: now(), withdrawnBy: person.id, withdrawnBecause: because })
    .where('id', '=', told.id)
    .execute()
  await record(trx, { kind: 'recommendation withdrawn', by: person, ...about(enquiry, told), because })
}

/** Governors of the network may read it from now on, with the answers that heads agreed to show; or no longer. */
export async function releaseRecommendation(trx: Trx, enquiry: Enquiry, told: Told, person: Person): Promise<void> {
  const releasedOutsideAt = told.releasedOutsideAt ? null : now()

  await trx.updateTable('recommendations').set({ releasedOutsideAt }).where('id', '=', told.id).execute()
  const kind = releasedOutsideAt ? 'recommendation released' : 'recommendation no longer released'
  await record(trx, { kind, by: person, ...about(enquiry, told) })
}

async function leanOn(trx: Trx, row: Pick<Recommendation, 'id'>, evidenceIds: string[]): Promise<void> {
  if (evidenceIds.length === 0) return
  await trx
    .insertInto('recommendationEvidence')
    .values(evidenceIds.map(evidenceId => ({ recommendationId: row.id, evidenceId })))
    .execute()
}

export function about(enquiry: Pick<Enquiry, 'networkId' | 'groupId'>, row: Pick<Recommendation, 'id' | 'number'>) {
  const { networkId, groupId } = enquiry
  return { networkId, groupId, aboutKind: 'recommendation', aboutId: row.id, number: row.number }
}
