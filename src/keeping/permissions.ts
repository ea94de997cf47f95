import type { Person } from '../people/person.js'

interface OfNetwork {
  id: string
}

/** Whoever leads the network says how long it keeps things. */
export function maySetPeriods(person: Person, network: OfNetwork): boolean {
  return person.isNetworkLeaderOf(network.id)
}

/** What is about to go, as far as somebody answers for it. */
export interface Concerned {
  groupId: string | null
  networkId: string
  /** The schools that it comes from. */
  schoolIds: string[]
}

/** Leaders of the network, the lead learner of the group, heads and data leads of its schools. */
export function maySeeComing(person: Person, { groupId, networkId, schoolIds }: Concerned): boolean {
  return (
    person.isNetworkLeaderOf(networkId) ||
    (groupId !== null && person.leads(groupId)) ||
    schoolIds.some(id => person.isDataLeadOf(id) || person.answersFor(id))
  )
}

/** Whoever is concerned can hold it back: nothing is lost by that. */
export const mayHold = maySeeComing
