import type { Enquiry } from '../enquiries/enquiry.js'
import type { Network, Theme } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { isSecondPerson } from '../publishing/submitting/submissions.js'
import type { Submission } from '../publishing/tables.js'

/** A group's own words are the group's, until they are sent. */
export function mayReadShortReport({ standing }: Enquiry, sent: boolean): boolean {
  return standing.member || (sent && (standing.networkLeader || standing.coLeader))
}

/** For which terms a group has sent its report. */
export function maySeeShortReports({ standing }: Enquiry): boolean {
  return standing.member || standing.networkLeader || standing.coLeader
}

export function mayWriteShortReport({ standing }: Enquiry): boolean {
  return standing.member
}

/** The lead learner speaks for the group. */
export function maySendShortReport({ standing }: Enquiry): boolean {
  return standing.lead
}

/** Composing the network's report, and seeing who has not sent theirs. */
export function mayCompose(person: Person, network: Pick<Network, 'id'>): boolean {
  return person.isNetworkLeaderOf(network.id)
}

/** A co-leader writes about their own theme. */
export function mayWriteTheme(person: Person, network: Pick<Network, 'id'>, theme: Pick<Theme, 'id'>): boolean {
  return mayCompose(person, network) || person.isCoLeaderOf(theme.id)
}

/** The second person: another network leader, or a co-leader of the network. */
export function mayAnswerReport(person: Person, network: Pick<Network, 'id'>): boolean {
  return mayCompose(person, network) || person.rolesWith('leads the theme').some(role => role.networkId === network.id)
}

export function mayApproveReport(person: Person, network: Pick<Network, 'id'>, submission: Submission): boolean {
  return mayAnswerReport(person, network) && isSecondPerson(person, submission)
}
