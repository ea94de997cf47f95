import type { Db } from '../../database.js'
import { type Enquiry } from '../../enquiries/enquiry.js'
import { headOf } from '../../enquiries/head.js'
import type { Reader } from '../../names/reader.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { formOf, type FormState } from '../../web/read.js'
import type { RecommendationEditPage } from '../pages.js'
import { findOwnRecommendation, type RecommendationWithResponses } from '../recommendations.js'
import type { Beginning } from './begun-from.js'
import { piecesToLeanOn } from './leaning.js'

/** @param recommendation null for one that is begun now. @param beginning what it is begun from */
export async function editPage(
  db: Db,
  enquiry: Enquiry,
  person: Reader,
  recommendation: RecommendationWithResponses | null,
  form: FormState,
  beginning: Beginning | null = null,
): Promise<RecommendationEditPage> {
  const offered = [form.values.offered ?? form.values.evidence ?? []].flat()
  const pieces = await piecesToLeanOn(db, person, enquiry, offered)
  return {
    title: recommendation ? `Revise recommendation R${recommendation.number}` : 'Draft a recommendation',
    head: headOf(enquiry, 'recommendations'),
    groupId: enquiry.groupId,
    recommendation,
    beginning: beginning && { label: beginning.label, href: beginning.href, ...beginning.asked },
    form,
    pieces: pieces.map(piece => ({ value: piece.id, text: `${piece.number} ${piece.title}` })),
    schools: (await schoolsOf(db, enquiry.networkId)).map(({ id, name }) => ({
      value: id,
      text: name,
      ...(enquiry.schoolIds.includes(id) ? { hint: 'takes part in the enquiry' } : {}),
    })),
  }
}

/** The words of a draft as they stand, in the form. */
export async function draftInForm(db: Db, recommendation: RecommendationWithResponses): Promise<FormState> {
  const { releaseDays, evidenceIds } = recommendation
  return formOf({
    ...recommendation,
    releaseDays: releaseDays ?? '',
    evidence: evidenceIds,
    schools: await schoolsMeant(db, recommendation.id),
  })
}

/** The schools that a draft is meant for. */
export async function schoolsMeant(db: Db, recommendationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('recommendationSchools')
    .select('schoolId')
    .where('recommendationId', '=', recommendationId)
    .execute()
  return rows.map(row => row.schoolId)
}

/** My words stay in the form, upon the newest version, with what it says now above them. */
export async function bothDraftsPage(db: Db, person: Reader, id: string, body: unknown, why: string) {
  const { recommendation, enquiry } = await findOwnRecommendation(db, person, id)
  const form = formOf({ ...(body as object), version: recommendation.version })
  form.summary.push({
    field: 'recommendation',
    text: `${why} It now says: “${recommendation.recommendation}” Your words are below; save again to keep yours.`,
  })
  return editPage(db, enquiry, person, recommendation, form)
}
