import { type Enquiry, isOpen } from '../enquiries/enquiry.js'

/** What a group found and tried can be shared, as a whole claim or a whole action. */
export interface Shareable {
  sharedAt: string | null
}

/**
 * The group, the co-leader of its theme and its invited facilitators read everything that the group claims and tries;
 * network leaders and the heads of its schools what was shared with them.
 */
export function mayReadOfCycle({ standing }: Enquiry, found: Shareable): boolean {
  return readsUnshared({ standing }) || (found.sharedAt !== null && (standing.networkLeader || standing.head))
}

export function readsUnshared({ standing }: Pick<Enquiry, 'standing'>): boolean {
  return standing.member || standing.coLeader || standing.facilitator
}

export function mayMakeClaims(enquiry: Enquiry): boolean {
  return enquiry.standing.member && isOpen(enquiry)
}

/** Revising, linking evidence and retiring: any member's, while the cycle goes on. */
export function mayReviseClaim(enquiry: Enquiry, claim: { retiredAt: string | null }): boolean {
  return mayMakeClaims(enquiry) && claim.retiredAt === null
}

/** Sharing and taking back go on after a cycle has finished: what was found may still be shown. */
export function mayShareOfCycle(enquiry: Enquiry): boolean {
  return enquiry.standing.member && enquiry.closedAt === null
}
