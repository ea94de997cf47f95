import { type Enquiry, isOpen } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import type { RecommendationWithResponses } from './recommendations.js'
import type { Response } from './tables.js'

/** Anybody in the group drafts; a finished cycle can still send what it found. */
export function mayDraft(enquiry: Enquiry | undefined): boolean {
  return enquiry?.standing.member === true && enquiry.closedAt === null
}

/** What a head has been sent stays as it was sent: it is withdrawn and sent anew, never changed under their hands. */
export function mayRevise(enquiry: Enquiry | undefined, recommendation: RecommendationWithResponses): boolean {
  return mayDraft(enquiry) && recommendation.responses.length === 0 && recommendation.withdrawnAt === null
}

/** The lead learner speaks for the group. */
export function maySend(enquiry: Enquiry | undefined, recommendation: RecommendationWithResponses): boolean {
  return enquiry?.standing.lead === true && enquiry.closedAt === null && recommendation.withdrawnAt === null
}

export function mayWithdraw(enquiry: Enquiry | undefined, recommendation: RecommendationWithResponses): boolean {
  return enquiry?.standing.lead === true && recommendation.withdrawnAt === null
}

export function mayRelease(enquiry: Enquiry | undefined, recommendation: RecommendationWithResponses): boolean {
  return maySend(enquiry, recommendation) && recommendation.responses.length > 0 && isOpenOrFinished(enquiry)
}

/** A head answers for their own school, and may think again. */
export function mayAnswer(
  person: Person,
  recommendation: RecommendationWithResponses,
  response: Pick<Response, 'schoolId'>,
): boolean {
  return person.answersFor(response.schoolId) && recommendation.withdrawnAt === null
}

/** What was taken up can be said to be in place; what was declined cannot. */
export function maySayInPlace(
  person: Person,
  recommendation: RecommendationWithResponses,
  response: Response,
): boolean {
  return mayAnswer(person, recommendation, response) && (response.answer === 'accept' || response.answer === 'adapt')
}

function isOpenOrFinished(enquiry: Enquiry | undefined): boolean {
  return enquiry !== undefined && (isOpen(enquiry) || enquiry.finishedAt !== null)
}
