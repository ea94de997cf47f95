import type { Person } from '../people/person.js'

/** Those who wrote it and those who publish for the network may take it along without names. */
export function mayTakeAnonymousCopy(person: Person, edition: { networkId: string }, groupId: string | null): boolean {
  return person.isNetworkLeaderOf(edition.networkId) || (groupId !== null && person.isVolunteerIn(groupId))
}
