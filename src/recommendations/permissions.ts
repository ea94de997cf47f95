import { type Enquiry, isOpen } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import type { FoundRecommendation, RecommendationWithResponses, ResponseOf } from './recommendations.js'
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

/**
 * What a head without an account wrote on paper is entered by a colleague of the school, the lead learner or a leader of
 * the network, until the head answers here. Nobody enters anything for a school whose head can answer.
 */
export function mayEnterSlip(
  person: Person,
  { recommendation, enquiry, networkId }: Pick<FoundRecommendation, 'recommendation' | 'enquiry' | 'networkId'>,
  response: Pick<ResponseOf, 'schoolId' | 'headName' | 'answer' | 'fromPaperOn'>,
): boolean {
  const isNear =
    person.worksAt(response.schoolId) || enquiry?.standing.lead === true || person.isNetworkLeaderOf(networkId)
  const isOpen = response.answer === null || response.fromPaperOn !== null
  return isNear && isOpen && response.headName === null && recommendation.withdrawnAt === null
}

/** A head says that what was entered from paper is what they wrote. */
export function mayConfirmSlip(
  person: Person,
  recommendation: RecommendationWithResponses,
  response: Pick<Response, 'schoolId' | 'fromPaperOn' | 'confirmedAt'>,
): boolean {
  return mayAnswer(person, recommendation, response) && isOnPaperOnly(response)
}

/** Entered from paper, and no head has confirmed it. */
export function isOnPaperOnly({ fromPaperOn, confirmedAt }: Pick<Response, 'fromPaperOn' | 'confirmedAt'>): boolean {
  return fromPaperOn !== null && confirmedAt === null
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
