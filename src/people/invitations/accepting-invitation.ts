import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotAllowed } from '../../errors.js'
import { hashOfToken, newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { giveRole } from '../roles/giving-roles.js'
import { refuseOneself } from '../roles/granting-roles.js'
import { aboutInvitation, type InvitationInWords, invitationsInWords } from './invitations-in-words.js'
import { personByEmail } from '../people.js'
import type { Person } from '../person.js'
import { type GroupRole, isGroupRole, rolesThat, takesPart } from '../roles/roles.js'

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired'

/** The invitation that a link leads to; undefined when there never was one. Looking uses nothing up. */
export function invitationByToken(db: Db, token: string): Promise<InvitationInWords | undefined> {
  return invitationsInWords(db).where('invitations.tokenHash', '=', hashOfToken(token)).executeTakeFirst()
}

/** How far an invitation is. */
export function stateOf(invitation: InvitationInWords): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  return invitation.expiresAt > new Date().toISOString() ? 'open' : 'expired'
}

/**
 * Schools to choose from, where accepting needs to know one and neither the invitation nor the person's roles say it.
 * @param personId whoever accepts, when they have an account
 */
export async function schoolsToChoose(db: Db, invitation: InvitationInWords, personId: string | null) {
  if (!needsSchool(invitation) || (await schoolKnown(db, invitation, personId))) return null
  return db
    .selectFrom('schools')
    .select(['id as value', 'name as text'])
    .where('networkId', '=', invitation.networkId)
    .where('leftAt', 'is', null)
    .orderBy('name')
    .execute()
}

export interface NewPerson {
  name: string
  /** Null for whoever comes in with the account of their school. */
  passwordHash: string | null
}

/** Who accepted, and the id of the role that a second person must confirm first. */
export interface Accepted {
  personId: string
  waits: string | null
}

/** Makes an account for the invited address and accepts with it. */
export async function acceptAsNewPerson(
  trx: Trx,
  invitation: InvitationInWords,
  { name, passwordHash }: NewPerson,
  schoolId: string | null,
): Promise<Accepted> {
  const { email } = invitation
  if (await personByEmail(trx, email))
    throw new Conflict('There is an account for this address now. Sign in with it, then open the link again.')
  const id = newId()
  await trx
    .insertInto('people')
    .values({
      id,
      name,
      email,
      passwordHash,
      createdAt: now(),
      administratorSince: null,
      disabledAt: null,
      disabledBy: null,
    })
    .execute()
  return accept(trx, invitation, id, schoolId)
}

/**
 * Accepts with the account of the invited address.
 * @throws NotAllowed for any other account; Conflict when the invitation is over, or the role cannot be theirs
 */
export async function acceptInvitation(
  trx: Trx,
  invitation: InvitationInWords,
  person: Pick<Person, 'id' | 'email'>,
  schoolId: string | null,
): Promise<Accepted> {
  if (!isFor(invitation, person)) throw new NotAllowed(forAnother(invitation, person))
  return accept(trx, invitation, person.id, schoolId)
}

/** An invitation is for the address that it was sent to, not for whoever holds its link. */
export function isFor(invitation: InvitationInWords, person: Pick<Person, 'email'>): boolean {
  return invitation.email.toLowerCase() === person.email.toLowerCase()
}

/** What to do when one is signed in with another address. */
export function forAnother(invitation: InvitationInWords, person: Pick<Person, 'email'>): string {
  return `This invitation is for ${invitation.email}, and you are signed in with ${person.email}. Sign out and open the link again, or ask ${invitation.inviter} to invite ${person.email}.`
}

/** Somebody says no; asking whether they may is for the page. */
export async function declineInvitation(
  trx: Trx,
  invitation: InvitationInWords,
  personId: string | null,
): Promise<void> {
  await takeUp(trx, invitation, { withdrawnAt: now(), withdrawnBy: personId })
  await record(trx, {
    kind: 'invitation declined',
    by: personId === null ? null : { id: personId },
    ...aboutInvitation(invitation),
  })
}

async function accept(
  trx: Trx,
  invitation: InvitationInWords,
  personId: string,
  chosen: string | null,
): Promise<Accepted> {
  await refuseOneself(trx, invitation.networkId, personId, { id: invitation.invitedBy })
  await takeUp(trx, invitation, { acceptedAt: now(), acceptedBy: personId })
  const { networkId, role } = invitation
  const schoolId = invitation.schoolId ?? (await schoolOf(trx, networkId, personId)) ?? chosen
  const by = { id: invitation.invitedBy }
  const joined = isGroupRole(role) && (await joinGroup(trx, invitation, role, personId, schoolId))
  const given = isGroupRole(role) ? undefined : await giveRole(trx, { ...invitation, personId, role }, by)
  const groupId = joined ? invitation.groupId : null
  await record(trx, {
    kind: 'invitation accepted',
    by: { id: personId },
    ...aboutInvitation(invitation),
    groupId,
    role,
  })
  return { personId, waits: given?.waits ? given.id : null }
}

/** Of several who press at once, one has it. */
async function takeUp(
  trx: Trx,
  invitation: InvitationInWords,
  taken: { acceptedAt: string; acceptedBy: string } | { withdrawnAt: string; withdrawnBy: string | null },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set(taken)
    .where('id', '=', invitation.id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', new Date().toISOString())
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('This invitation has been answered or withdrawn, or its time is over.')
}

/** @returns false for whoever is in it already, just so */
async function joinGroup(
  trx: Trx,
  invitation: InvitationInWords,
  role: GroupRole,
  personId: string,
  schoolId: string | null,
): Promise<boolean> {
  const { networkId, until } = invitation
  const groupId = invitation.groupId!
  const group = await trx.selectFrom('groups').select('closedAt').where('id', '=', groupId).executeTakeFirst()
  if (!group || group.closedAt) throw new Conflict('This group has closed meanwhile.')
  if (role === 'lead learner') await refuseSecondLead(trx, invitation, personId)

  const member = await trx
    .selectFrom('groupPeople')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .execute()
  if (member.some(one => one.role === role && one.until === until)) return false
  const colleague = takesPart({ role }) ? schoolId : null
  if (colleague)
    await giveRole(trx, { networkId, personId, role: 'staff', schoolId: colleague }, { id: invitation.invitedBy })
  // Nobody is in a group twice: whoever was there as something else goes on as this.
  for (const one of member)
    await trx.updateTable('groupPeople').set({ leftAt: now() }).where('id', '=', one.id).execute()
  await trx
    .insertInto('groupPeople')
    .values({ id: newId(), groupId, personId, role, schoolId: colleague, joinedAt: now(), until, leftAt: null })
    .execute()
  return true
}

async function refuseSecondLead(trx: Trx, invitation: InvitationInWords, personId: string): Promise<void> {
  const lead = await trx
    .selectFrom('groupPeople')
    .select('personId')
    .where('groupId', '=', invitation.groupId)
    .where('role', '=', 'lead learner')
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (lead && lead.personId !== personId) throw new Conflict('This group has found its lead learner meanwhile.')
  const head = await trx
    .selectFrom('networkRoles')
    .select('id')
    .where('personId', '=', personId)
    .where('networkId', '=', invitation.networkId)
    .where('role', '=', 'headteacher')
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (head) throw new Conflict('A headteacher cannot be a lead learner in the same network.')
}

function needsSchool(invitation: InvitationInWords): boolean {
  return takesPart(invitation)
}

async function schoolKnown(db: Db, invitation: InvitationInWords, personId: string | null): Promise<boolean> {
  if (invitation.schoolId) return true
  return personId !== null && (await schoolOf(db, invitation.networkId, personId)) !== null
}

async function schoolOf(db: Db, networkId: string, personId: string): Promise<string | null> {
  const role = await db
    .selectFrom('networkRoles')
    .select('schoolId')
    .where('personId', '=', personId)
    .where('networkId', '=', networkId)
    .where('role', 'in', rolesThat('works'))
    .where('schoolId', 'is not', null)
    .where('endedAt', 'is', null)
    .orderBy('beganAt')
    .executeTakeFirst()
  return role?.schoolId ?? null
}
