import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'

/** The programme is for everybody who works in the network. */
export function mayReadConferences(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.works(network.id)
}

/** Whoever said it says what became of it; a network leader for those who have left. */
export function mayLookAgain(person: Person, network: Pick<Network, 'id'>, note: { raisedBy: string }): boolean {
  return note.raisedBy === person.id || person.isNetworkLeaderOf(network.id)
}

/** The network leader prepares the conference. */
export function mayPrepareConference(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.isNetworkLeaderOf(network.id)
}
