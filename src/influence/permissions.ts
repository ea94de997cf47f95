import { maySeeInside } from '../networks/permissions.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'

/** What moved between schools is known to those who work in the network, each as far as they may know of it. */
export function mayReadInfluence(person: Person, network: Pick<Network, 'id'>): boolean {
  return maySeeInside(person, network)
}

/** Anybody who works in a school of the network can say that colleagues may ask them. */
export function maySayThatTheyKnow(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.schoolsIn(network.id).length > 0
}
