import type { Enquiry } from '../enquiries/enquiry.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import type { Conference } from './tables.js'

/** The programme is for everybody who works in the network. */
export function mayReadConferences(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

/**
 * The booklet is opened to governors of the network too, and to facilitators of groups that lead a session.
 * @param groupIds the groups that lead one
 */
export function mayReadBooklet(
  person: Person,
  network: Pick<Network, 'id'>,
  conference: Pick<Conference, 'openToGuestsAt'>,
  groupIds: string[],
): boolean {
  if (mayReadConferences(person, network)) return true
  if (conference.openToGuestsAt === null) return false
  return person.readsReleasedIn(network.id) || groupIds.some(id => person.isFacilitatorIn(id))
}

/** Those in the group say what the booklet tells of it. */
export function mayWriteAbstract(enquiry: Enquiry): boolean {
  return enquiry.standing.member && enquiry.closedAt === null
}

/** Whoever said it says what became of it; a network leader for those who have left. */
export function mayLookAgain(person: Person, network: Pick<Network, 'id'>, note: { raisedBy: string }): boolean {
  return note.raisedBy === person.id || person.isNetworkLeaderOf(network.id)
}

/** The network leader prepares the conference. */
export function mayPrepareConference(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.isNetworkLeaderOf(network.id)
}
