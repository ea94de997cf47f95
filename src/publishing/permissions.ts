import type { Enquiry } from '../enquiries/enquiry.js'
import type { Person } from '../people/person.js'
import { mayWriteUp } from '../write-ups/permissions.js'
import { isSecondPerson } from './submitting/submissions.js'
import type { Submission } from './tables.js'

/** What was submitted is read by everybody who stands in some relation to the group. */
export function mayReadSubmitted(_enquiry: Enquiry): boolean {
  return true
}

/** What stands in the way of publishing is mended by those who write it up; each piece stays its keeper's. */
export function mayMendInTheCheck(enquiry: Enquiry): boolean {
  return mayWriteUp(enquiry)
}

/** The lead learner speaks for the group. */
export function maySubmit(enquiry: Enquiry): boolean {
  return enquiry.standing.lead && enquiry.closedAt === null
}

export function mayTakeBack(enquiry: Enquiry): boolean {
  return enquiry.standing.lead
}

/** The co-leader of the theme or a network leader: those who answer for what the network publishes. */
export function mayAnswerSubmission({ standing }: Enquiry): boolean {
  return standing.coLeader || standing.networkLeader
}

/**
 * Publication needs two people.
 * @param wrote whether they are an author of it themselves (src/write-ups/authors/wrote-on-it.ts)
 */
export function mayApprove(person: Person, enquiry: Enquiry, submission: Submission, wrote: boolean): boolean {
  return mayAnswerSubmission(enquiry) && isSecondPerson(person, submission) && !wrote
}

/** A network leader withdraws what the network published; an administrator may take it down without seeing the group. */
export function mayWithdrawEditions(person: Person, edition: { networkId: string }): boolean {
  return person.isNetworkLeaderOf(edition.networkId) || person.isAdministrator
}
