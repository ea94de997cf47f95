import type { Enquiry } from '../enquiries/enquiry.js'

/** A copy takes the group's own working with it, so it is for those who are in the group. */
export function mayTakeCopies({ standing }: Pick<Enquiry, 'standing'>): boolean {
  return standing.member
}

/** The whole group goes along for whoever leads it, and never to be shown to others. */
export function mayTakeWhole({ standing }: Pick<Enquiry, 'standing'>): boolean {
  return standing.lead
}
