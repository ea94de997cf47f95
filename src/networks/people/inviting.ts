import type { Trx } from '../../database.js'
import type { House } from '../../house.js'
import { invite, type Invited as InvitedByLink, sendInvitation } from '../../people/invitations/invitations.js'
import type { Person } from '../../people/person.js'
import { type GroupRole, isConfirmedRole, type NetworkRoleName } from '../../people/roles/roles.js'
import type { Invited } from '../pages.js'
import type { Network } from '../tables.js'

/** Somebody who is to be invited to a network, and as what. */
export interface ToNetwork {
  name: string
  email: string
  role: NetworkRoleName | GroupRole
  schoolId: string | null
  themeId: string | null
  /** For a role in a group. */
  groupId?: string | null
  partnerId: string | null
}

/** Invites somebody to the network, by a link that is known only now. */
export function inviteToNetwork(
  trx: Trx,
  baseUrl: string,
  network: Network,
  invitedBy: Person,
  { name, email, role, schoolId, themeId, groupId, partnerId }: ToNetwork,
): Promise<InvitedByLink> {
  const of = { networkId: network.id, networkName: network.name, invitedBy }
  return invite(trx, baseUrl, { ...of, name, email, role, schoolId, themeId, groupId, partnerId })
}

/** Sends the invitation on its way. @returns who was invited, with the link where whoever invites may pass it on */
export async function sendOut(house: House, invited: InvitedByLink): Promise<Invited> {
  await sendInvitation(house, invited)
  const { name, email, role } = invited.invitation
  return { name, email, link: goesByLetterOnly(house, role) ? null : invited.link }
}

/** Whoever holds this link may become the head whom a second person then confirms: only its addressee gets it. */
function goesByLetterOnly({ mail }: House, role: NetworkRoleName | GroupRole): boolean {
  return mail.leaves && isConfirmedRole(role)
}
