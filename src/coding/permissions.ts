import type { Enquiry } from '../enquiries/enquiry.js'

/** Coding is the group's private working: nobody else reads it, whatever they lead. */
export function mayReadCoding({ standing }: Pick<Enquiry, 'standing'>): boolean {
  return standing.member
}

/** Codes belong to the group and not to a cycle, so one may go on coding between two. */
export function mayCode({ standing, closedAt }: Pick<Enquiry, 'standing' | 'closedAt'>): boolean {
  return standing.member && closedAt === null
}

/** What somebody reads blind, they code until they say that they are done. */
export function mayCodeNow(
  enquiry: Pick<Enquiry, 'standing' | 'closedAt'>,
  blindReading: { secondDoneAt: string | null } | null,
): boolean {
  return mayCode(enquiry) && (blindReading === null || blindReading.secondDoneAt === null)
}

/** The lead or a volunteer may ask somebody of the group to read blind. */
export const mayStartBlindReading = mayCode

/** Whoever started it, its readers and the lead learner may stop a blind reading. */
export function mayStopBlindReading(
  enquiry: Pick<Enquiry, 'standing' | 'closedAt'>,
  reading: { startedBy: string; firstReader: string; secondReader: string },
  person: { id: string },
): boolean {
  const theirs = [reading.startedBy, reading.firstReader, reading.secondReader].includes(person.id)
  return mayCode(enquiry) && (theirs || enquiry.standing.lead)
}
