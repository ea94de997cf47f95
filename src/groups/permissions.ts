import type { Person } from '../people/person.js'
import type { Standing } from './standing.js'

/** What these rights are worked out from: a group or an enquiry as somebody found it. */
export interface Towards {
  groupId: string
  networkId: string
  closedAt: string | null
  standing: Standing
}

/** Anybody who works in a school of the network may ask a question; whoever is a head there cannot lead a group. */
export function mayProposeGroups(person: Person, networkId: string): boolean {
  return person.joinsFrom(networkId).length > 0 && !person.isHeadIn(networkId)
}

/** Volunteering is one's own act, from a school that one works in. A head takes part as a volunteer does, and never leads. */
export function mayVolunteer(person: Person, group: Towards): boolean {
  return (
    group.closedAt === null && !person.isVolunteerIn(group.groupId) && person.takesPartFrom(group.networkId).length > 0
  )
}

export function mayLeave({ standing, closedAt }: Towards): boolean {
  return standing.facilitator || (standing.member && (!standing.lead || closedAt !== null))
}

/** Name, reason and theme; closing and reopening too. */
export function mayEditGroup({ standing, closedAt }: Towards): boolean {
  return closedAt === null && keeps(standing)
}

export function mayCloseGroup({ standing, closedAt }: Towards): boolean {
  return closedAt === null && keeps(standing)
}

export function mayReopenGroup({ standing, closedAt }: Towards): boolean {
  return closedAt !== null && keeps(standing)
}

function keeps({ lead, networkLeader, coLeader }: Standing): boolean {
  return lead || networkLeader || coLeader
}

/** The lead hands over; where the lead has left, a network leader finds the next one. */
export function mayOfferHandover({ standing, closedAt }: Towards, hasLead: boolean): boolean {
  return closedAt === null && (standing.lead || (!hasLead && standing.networkLeader))
}

/** The join link is for the group to pass on. */
export function maySeeJoinLink({ standing, closedAt }: Towards): boolean {
  return closedAt === null && standing.member
}

export function mayRenewJoinLink({ standing, closedAt }: Towards): boolean {
  return closedAt === null && standing.lead
}

export function mayInviteFacilitators({ standing, closedAt }: Towards): boolean {
  return closedAt === null && keeps(standing)
}

export function mayEndFacilitation({ standing }: Towards): boolean {
  return keeps(standing)
}
