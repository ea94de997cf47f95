import type { Trx } from '../../database.js'
import { invite, type Invited } from '../../people/invitations/invitations.js'
import type { Person } from '../../people/person.js'
import type { Network } from '../tables.js'

/** Invites somebody to lead a network that nobody leads. The link is known only now. */
export function inviteFirstLeader(
  trx: Trx,
  baseUrl: string,
  network: Network,
  leader: { name: string; email: string },
  invitedBy: Person,
): Promise<Invited> {
  const of = { networkId: network.id, networkName: network.name, role: 'network leader' as const }
  return invite(trx, baseUrl, { ...of, ...leader, invitedBy })
}

/** The page that shows, once, the link of a first leader. */
export function firstLeaderOf({ id }: Pick<Network, 'id'>): string {
  return `/networks/${id}/first-leader`
}
