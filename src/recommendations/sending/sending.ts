import type { Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { listed, plural } from '../../words/words.js'
import { aboutRecommendation } from '../as-fact.js'
import type { Recommendation } from '../tables.js'

/** Sends it to the heads of these schools; a school that has it already is left as it is. */
export async function sendRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  recommendation: Recommendation,
  person: Person,
  schools: { id: string; name: string }[],
): Promise<void> {
  const sentAt = now()
  const rows = schools.map(school => ({
    id: newId(),
    recommendationId: recommendation.id,
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
  const deed = {
    by: person,
    ...aboutRecommendation(enquiry, recommendation),
    to,
    schools: schools.map(school => school.id),
  }
  await record(trx, { kind: 'recommendation sent', ...deed })
}

/** Takes it back with a reason; what was answered stays readable. */
export async function withdrawRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  recommendation: Recommendation,
  person: Person,
  because: string,
): Promise<void> {
  await trx
    .updateTable('recommendations')
    .set({ withdrawnAt: now(), withdrawnBy: person.id, withdrawnBecause: because })
    .where('id', '=', recommendation.id)
    .execute()
  await record(trx, {
    kind: 'recommendation withdrawn',
    by: person,
    ...aboutRecommendation(enquiry, recommendation),
    because,
  })
}

/** Governors of the network may read it from now on, with the answers that heads agreed to show; or no longer. */
export async function releaseRecommendation(
  trx: Trx,
  enquiry: Enquiry,
  recommendation: Recommendation,
  person: Person,
): Promise<void> {
  const releasedOutsideAt = recommendation.releasedOutsideAt ? null : now()

  await trx.updateTable('recommendations').set({ releasedOutsideAt }).where('id', '=', recommendation.id).execute()
  const kind = releasedOutsideAt ? 'recommendation released' : 'recommendation no longer released'
  await record(trx, { kind, by: person, ...aboutRecommendation(enquiry, recommendation) })
}
