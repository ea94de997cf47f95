import type { Enquiry } from '../enquiries/enquiry.js'

/** Those in the group decide together how its schools and people are called outside it, also when a cycle has ended. */
export function mayChoosePseudonyms(enquiry: Enquiry): boolean {
  return enquiry.standing.member && enquiry.closedAt === null
}
