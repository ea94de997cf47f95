import type { Enquiry } from '../enquiries/enquiry.js'
import { mayReadStage } from '../enquiries/permissions.js'

/** What published knowledge says belongs to the purpose stage, and is read by whoever may read that. */
export function mayReadKnowledge(enquiry: Enquiry): boolean {
  return mayReadStage(enquiry, 'purpose')
}

/** References are kept by the whole group for as long as it is open, between cycles too. */
export function mayKeepReferences({ standing, closedAt }: Enquiry): boolean {
  return standing.member && closedAt === null
}

/** What a work does to the group's thinking is said within a cycle that goes on. */
export function maySayWhatItDoes(enquiry: Enquiry): boolean {
  return mayKeepReferences(enquiry) && enquiry.finishedAt === null
}
