import type { Person } from '../people/person.js'

/** What the standing of a person in a group is worked out from. */
export interface Joinable {
  groupId: string
  networkId: string
  themeId: string | null
  /** Schools with somebody in the group now. */
  schoolIds: string[]
}

/** How somebody stands towards one group. Several can be true at once. */
export interface Standing {
  /** Volunteer or lead learner. */
  member: boolean
  lead: boolean
  networkLeader: boolean
  coLeader: boolean
  /** Headteacher of a school that takes part. */
  head: boolean
  facilitator: boolean
}

/** How this person stands towards a group. */
export function standingOf(person: Person, group: Joinable): Standing {
  return {
    member: person.isVolunteerIn(group.groupId),
    lead: person.leads(group.groupId),
    networkLeader: person.isNetworkLeaderOf(group.networkId),
    coLeader: person.isCoLeaderOf(group.themeId),
    head: group.schoolIds.some(school => person.answersFor(school)),
    facilitator: person.isFacilitatorIn(group.groupId),
  }
}

/** Whether the group's page exists for this person at all. */
export function maySeeGroup(standing: Standing): boolean {
  return Object.values(standing).some(Boolean)
}
