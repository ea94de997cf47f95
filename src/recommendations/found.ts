import type { Enquiry } from '../enquiries/enquiry.js'
import type { Recommendation, Response } from './tables.js'

/** An answer that a school owes or gave, with the school's name and who answered. */
export interface ResponseOf extends Response {
  schoolName: string
  answeredByName: string | null
  confirmedByName: string | null
  /** Who is head of the school here now; null where it has no head here, so that it can only answer on paper. */
  headName: string | null
}

/** A recommendation with what has become of it in each school it went to, in alphabetical order. */
export interface RecommendationWithResponses extends Recommendation {
  responses: ResponseOf[]
  evidenceIds: string[]
}

/** A recommendation as this person may see it: drafts are the group's own; a head sees their own school's answer only. */
export interface FoundRecommendation {
  recommendation: RecommendationWithResponses
  /** Undefined for those who meet it outside its group: a head of a school that does not take part, a governor. */
  enquiry: Enquiry | undefined
  networkId: string
  /** Where it is in place, as far as this person may know of it. */
  inPlace: InPlace[]
}

/** A school in which it is in place: since when, what can be seen, and whom to ask for a visit. */
export interface InPlace {
  schoolId: string
  schoolName: string
  since: string | null
  whatCanBeSeen: string
  headName: string | null
}
