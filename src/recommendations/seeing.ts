import type { Enquiry } from '../enquiries/enquiry.js'
import type { Reader } from '../names/reader.js'
import type { FoundRecommendation, InPlace, RecommendationWithResponses, ResponseOf } from './found.js'

/**
 * Who sees what of a recommendation: the rows “recommendation, sent”, “where a recommendation is in place” and “a head’s
 * response” of the table. A draft is the group's own. Whoever works in a school that it was sent to reads it and where it
 * is in place; what a head answered is that head's and the group's, and its colleagues' where the school has no head here.
 * @returns undefined where it does not exist for this person
 */
export function asSeenBy(
  person: Reader,
  recommendation: RecommendationWithResponses,
  enquiry: Enquiry | undefined,
  networkId: string,
): FoundRecommendation | undefined {
  const { responses, releasedOutsideAt, withdrawnAt } = recommendation
  const seen = (some: ResponseOf[], placed: ResponseOf[]) => ({
    recommendation: { ...recommendation, responses: some },
    enquiry,
    networkId,
    inPlace: placed.filter(one => one.adoption === 'in place').map(asInPlace),
  })
  if (enquiry?.standing.member) return seen(responses, responses)
  if (responses.length === 0) return undefined
  if (person.isNetworkLeaderOf(networkId) || enquiry?.standing.coLeader) return seen(responses, responses)

  const isAsked = responses.some(one => person.worksAt(one.schoolId))
  const isReleased = releasedOutsideAt !== null && withdrawnAt === null && person.readsReleasedIn(networkId)
  if (!isAsked && !isReleased && !enquiry?.standing.facilitator) return undefined
  const own = responses.filter(
    one =>
      person.answersFor(one.schoolId) ||
      (one.headName === null && person.worksAt(one.schoolId)) ||
      (isReleased && one.publicAt !== null),
  )
  return seen(own, isAsked ? responses : own)
}

function asInPlace({ schoolId, schoolName, inPlaceOn, whatCanBeSeen, headName }: ResponseOf): InPlace {
  return { schoolId, schoolName, since: inPlaceOn, whatCanBeSeen, headName }
}
