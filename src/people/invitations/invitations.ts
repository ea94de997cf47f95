import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { hashOfToken, newId, newToken } from '../../web/new-id.js'
import { refuseOneself } from '../roles/granting-roles.js'
import { aboutInvitation, daysOpen, invitationsInWords, type InvitationInWords } from './invitations-in-words.js'
import { invitationLetter } from '../letters.js'
import type { Person } from '../person.js'
import { type GroupRole, isGroupRole, type NetworkRoleName } from '../roles/roles.js'
import type { Invitation } from '../tables.js'

export interface ToInvite {
  networkId: string
  networkName: string
  email: string
  name: string
  role: NetworkRoleName | GroupRole
  schoolId?: string | null
  themeId?: string | null
  /** For a role in a group. */
  groupId?: string | null
  /** For a partner or an adviser: where they come from. */
  partnerId?: string | null
  /** The last day of a facilitator, as `2027-03-05`. */
  until?: string | null
  invitedBy: Person
}

/** An invitation with its link, which is known only now. */
export interface Invited {
  invitation: Invitation
  link: string
}

/**
 * Invites somebody by a link that works once, for seven days. Only its hash is stored: show the link, and send it (see
 * `sendInvitation`), now or never. An earlier open invitation of the same address to the same place is withdrawn.
 * @throws NotAllowed for an address of one's own
 */
export async function invite(trx: Trx, baseUrl: string, asked: ToInvite): Promise<Invited> {
  const token = newToken()
  const invitation = rowOf(asked, token)
  if (invitation.email === asked.invitedBy.email)
    await refuseOneself(trx, asked.networkId, asked.invitedBy.id, asked.invitedBy)
  await refuseOtherNetworks(trx, invitation)
  await withdrawEarlier(trx, invitation)
  await trx.insertInto('invitations').values(invitation).execute()
  await record(trx, { kind: 'invited', by: asked.invitedBy, ...aboutInvitation(invitation), role: asked.role })
  return { invitation, link: `${baseUrl}/invitations/${token}` }
}

/**
 * Sends an invitation on its way, where mail leaves the house. No follower could: nobody but this request knows the link.
 */
export async function sendInvitation(
  { db, mail }: Pick<House, 'db' | 'mail'>,
  { invitation, link }: Invited,
): Promise<void> {
  if (!mail.leaves) return
  const words = await invitationsInWords(db).where('invitations.id', '=', invitation.id).executeTakeFirstOrThrow()
  void mail.send(invitationLetter(words, link))
}

/** @throws Conflict when it was accepted or withdrawn meanwhile */
export async function withdrawInvitation(
  trx: Trx,
  invitation: Pick<Invitation, 'id'>,
  by: Pick<Person, 'id'>,
): Promise<void> {
  const withdrawn = await trx
    .updateTable('invitations')
    .set({ withdrawnAt: new Date().toISOString(), withdrawnBy: by.id })
    .where('id', '=', invitation.id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!withdrawn) throw new Conflict('This invitation has been accepted, declined or withdrawn already.')
  await record(trx, { kind: 'invitation withdrawn', by, ...aboutInvitation(withdrawn) })
}

/**
 * Sends an invitation again that nobody has taken up, also one that ran out: it gets a new link for seven days, and its earlier one ends.
 * @throws Conflict when it was accepted, declined or withdrawn meanwhile
 */
export async function inviteAgain(
  trx: Trx,
  baseUrl: string,
  invitation: Pick<Invitation, 'id'>,
  by: Pick<Person, 'id'>,
): Promise<Invited> {
  const token = newToken()
  const at = Date.now()
  const again = await trx
    .updateTable('invitations')
    .set({
      tokenHash: hashOfToken(token),
      sentAgainAt: new Date(at).toISOString(),
      sentAgainBy: by.id,
      expiresAt: daysFrom(at),
    })
    .where('id', '=', invitation.id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!again) throw new Conflict('This invitation has been accepted, declined or withdrawn already.')
  await refuseOtherNetworks(trx, again)
  await record(trx, { kind: 'invitation sent again', by, ...aboutInvitation(again) })
  return { invitation: again, link: `${baseUrl}/invitations/${token}` }
}

/** Invitations of a network that nobody has taken up, those that ran out among them, the newest first. */
export function untakenInvitationsOf(db: Db, networkId: string): Promise<InvitationInWords[]> {
  return invitationsInWords(db)
    .where('invitations.networkId', '=', networkId)
    .where('invitations.acceptedAt', 'is', null)
    .where('invitations.withdrawnAt', 'is', null)
    .orderBy('invitations.invitedAt', 'desc')
    .execute()
}

/** Invitations of a network that can still be accepted, the newest first. */
export function openInvitationsOf(db: Db, networkId: string): Promise<InvitationInWords[]> {
  return invitationsInWords(db)
    .where('invitations.networkId', '=', networkId)
    .where('invitations.acceptedAt', 'is', null)
    .where('invitations.withdrawnAt', 'is', null)
    .where('invitations.expiresAt', '>', new Date().toISOString())
    .orderBy('invitations.invitedAt', 'desc')
    .execute()
}

function daysFrom(at: number): string {
  return new Date(at + daysOpen * 86_400_000).toISOString()
}

function rowOf(asked: ToInvite, token: string): Invitation {
  const at = Date.now()
  return {
    id: newId(),
    tokenHash: hashOfToken(token),
    email: asked.email.trim().toLowerCase(),
    name: asked.name.trim(),
    networkId: asked.networkId,
    role: asked.role,
    schoolId: asked.schoolId ?? null,
    themeId: asked.themeId ?? null,
    groupId: asked.groupId ?? null,
    partnerId: asked.partnerId ?? null,
    until: asked.until ?? null,
    invitedBy: asked.invitedBy.id,
    invitedAt: new Date(at).toISOString(),
    expiresAt: daysFrom(at),
    sentAgainAt: null,
    sentAgainBy: null,
    acceptedAt: null,
    acceptedBy: null,
    withdrawnAt: null,
    withdrawnBy: null,
  }
}

/** Its school, theme, group and partner must be of the network; which of them a role needs, the page has asked for. */
async function refuseOtherNetworks(
  trx: Trx,
  { networkId, role, schoolId, themeId, groupId, partnerId }: Invitation,
): Promise<void> {
  if (isGroupRole(role) !== (groupId !== null))
    throw new Conflict('A role in a group needs its group, and no other role has one.')
  for (const [table, id] of [
    ['schools', schoolId],
    ['themes', themeId],
    ['groups', groupId],
    ['partners', partnerId],
  ] as const) {
    if (id === null) continue
    const found = await trx
      .selectFrom(table)
      .select('id')
      .where('id', '=', id)
      .where('networkId', '=', networkId)
      .executeTakeFirst()
    if (!found) throw new Conflict('What this invitation is to does not belong to the network any more.')
  }
}

async function withdrawEarlier(trx: Trx, invitation: Invitation): Promise<void> {
  const { email, networkId, role, schoolId, themeId, groupId, partnerId, invitedBy } = invitation
  await trx
    .updateTable('invitations')
    .set({ withdrawnAt: invitation.invitedAt, withdrawnBy: invitedBy })
    .where('email', '=', email)
    .where('networkId', '=', networkId)
    .where('role', '=', role)
    .where('schoolId', 'is not distinct from', schoolId)
    .where('themeId', 'is not distinct from', themeId)
    .where('groupId', 'is not distinct from', groupId)
    .where('partnerId', 'is not distinct from', partnerId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}
