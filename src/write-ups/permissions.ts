import type { Enquiry } from '../enquiries/enquiry.js'

/** The draft is the group's alone; whoever stands around it reads what is submitted. */
export function mayReadDraft({ standing }: Enquiry): boolean {
  return standing.member
}

/** Said to whoever may not. */
export const whoWritesUp = 'The group writes up its own enquiry, while it is open.'

/** A finished cycle is written up afterwards; a closed group's write-up stays as it is. */
export function mayWriteUp(enquiry: Enquiry): boolean {
  return enquiry.standing.member && enquiry.closedAt === null
}
