import type { Db } from '../database.js'
import { Conflict } from '../errors.js'
import type { Mail } from '../mail/mail.js'
import { hashOfToken, newId, newToken } from '../web/new-id.js'
import { noteInAudit } from './audit.js'
import { refuseOneself } from './granting-roles.js'
import { daysOpen, invitationsInWords, type InvitationInWords } from './invitations-in-words.js'
import { invitationLetter } from './letters.js'
import type { Person } from './person.js'
import { type GroupRole, isGroupRole, type NetworkRoleName } from './roles.js'
import type { Invitation } from './tables.js'

export { endAllRolesIn, endRole, giveRole, type RoleToGive } from './giving-roles.js'
export { roleInWords, type InvitationInWords } from './invitations-in-words.js'
export type { GroupWithoutLead } from './leaving.js'

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
  /** The last day of a facilitator, as `2027-03-05`. */
  until?: string | null
  invitedBy: Person
}

/**
 * Invites somebody by a link that works once, for seven days. Only its hash is stored: show the link now or never. An
 * earlier open invitation of the same address to the same place is withdrawn.
 * @throws NotAllowed for an address of one's own
 * @returns the invitation and its link; it is also on its way by mail where mail leaves the house
 */
export async function invite(
  db: Db,
  mail: Mail,
  baseUrl: string,
  asked: ToInvite,
): Promise<{ invitation: Invitation; link: string }> {
  const token = newToken()
  const invitation = rowOf(asked, token)
  if (invitation.email === asked.invitedBy.email)
    await refuseOneself(db, asked.networkId, asked.invitedBy.id, asked.invitedBy)
  await db.transaction().execute(async trx => {
    await refuseOtherNetworks(trx, invitation)
    await withdrawEarlier(trx, invitation)
    await trx.insertInto('invitations').values(invitation).execute()
    await note(trx, invitation, asked.invitedBy.id, `invited somebody as ${asked.role}`)
  })
  const link = `${baseUrl}/invitations/${token}`
  if (mail.leaves) {
    const words = await invitationsInWords(db).where('invitations.id', '=', invitation.id).executeTakeFirstOrThrow()
    void mail.send(invitationLetter(words, link))
  }
  return { invitation, link }
}

/** @throws Conflict when it was accepted or withdrawn meanwhile */
export async function withdrawInvitation(
  db: Db,
  invitation: Pick<Invitation, 'id'>,
  by: Pick<Person, 'id'>,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const withdrawn = await trx
      .updateTable('invitations')
      .set({ withdrawnAt: new Date().toISOString(), withdrawnBy: by.id })
      .where('id', '=', invitation.id)
      .where('acceptedAt', 'is', null)
      .where('withdrawnAt', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!withdrawn) throw new Conflict('This invitation has been accepted, declined or withdrawn already.')
    await note(trx, withdrawn, by.id, 'withdrew an invitation')
  })
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
    until: asked.until ?? null,
    invitedBy: asked.invitedBy.id,
    invitedAt: new Date(at).toISOString(),
    expiresAt: new Date(at + daysOpen * 86_400_000).toISOString(),
    acceptedAt: null,
    acceptedBy: null,
    withdrawnAt: null,
    withdrawnBy: null,
  }
}

/** Its school, theme and group must be of the network; which of them a role needs, the page has asked for. */
async function refuseOtherNetworks(
  trx: Db,
  { networkId, role, schoolId, themeId, groupId }: Invitation,
): Promise<void> {
  if (isGroupRole(role) !== (groupId !== null))
    throw new Conflict('A role in a group needs its group, and no other role has one.')
  for (const [table, id] of [
    ['schools', schoolId],
    ['themes', themeId],
    ['groups', groupId],
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

async function withdrawEarlier(trx: Db, invitation: Invitation): Promise<void> {
  const { email, networkId, role, schoolId, themeId, groupId, invitedBy } = invitation
  await trx
    .updateTable('invitations')
    .set({ withdrawnAt: invitation.invitedAt, withdrawnBy: invitedBy })
    .where('email', '=', email)
    .where('networkId', '=', networkId)
    .where('role', '=', role)
    .where('schoolId', 'is not distinct from', schoolId)
    .where('themeId', 'is not distinct from', themeId)
    .where('groupId', 'is not distinct from', groupId)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}

function note(trx: Db, invitation: Invitation, personId: string, did: string): Promise<void> {
  return noteInAudit(trx, {
    personId,
    did,
    aboutKind: 'invitation',
    aboutId: invitation.id,
    networkId: invitation.networkId,
  })
}
