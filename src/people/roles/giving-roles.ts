import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { now } from '../../web/now.js'
import { askForRole, takeBackAskedRoles } from './confirming-roles.js'
import { aboutRole, grantRole, refuseOneself, roleHeld, rolesIn, type RoleToGive } from './granting-roles.js'
import { type GroupWithoutLead, leaveGroupsIn } from './leaving.js'
import type { Person } from '../person.js'
import { isConfirmedRole, rolesThat } from './roles.js'
import type { NetworkRole } from '../tables.js'

/** A role that is held now, or one that waits for a second person. */
export interface GivenRole {
  id: string
  waits: boolean
}

/**
 * Gives somebody a role in a network: from now on, or, where a second person confirms it, as soon as they have. Held
 * already, it stays as it was.
 * @param by who gives it; asking whether they may is for the page
 * @throws NotAllowed for a role to oneself; Conflict when a lead learner would become a headteacher in the same network
 */
export async function giveRole(trx: Trx, given: RoleToGive, by: Pick<Person, 'id'>): Promise<GivenRole> {
  await refuseOneself(trx, given.networkId, given.personId, by)
  const { role } = given
  if (!isConfirmedRole(role) || (await roleHeld(trx, given)))
    return { id: (await grantRole(trx, given, by)).id, waits: false }
  return { id: (await askForRole(trx, { ...given, role }, by)).id, waits: true }
}

/** A group that somebody would be in without working in its network any more. */
export interface GroupAtStake {
  id: string
  name: string
  leads: boolean
}

/** The open groups of somebody who would have no work left in the network without this role; none as long as they have. */
export async function groupsAtStake(db: Db, roleId: string): Promise<GroupAtStake[]> {
  const role = await findRole(db, roleId)
  const others = (await rolesIn(db, role.networkId, role.personId)).filter(one => one.id !== roleId)
  if (!works(role) || others.some(works)) return []
  const rows = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groups.id', 'groups.name', 'groupPeople.role'])
    .where('groupPeople.personId', '=', role.personId)
    .where('groupPeople.leftAt', 'is', null)
    .where('groups.networkId', '=', role.networkId)
    .where('groups.closedAt', 'is', null)
    .orderBy('groups.name')
    .execute()
  return rows.map(({ id, name, role }) => ({ id, name, leads: role === 'lead learner' }))
}

function works({ role }: NetworkRole): boolean {
  return rolesThat('works').includes(role)
}

function findRole(db: Db, roleId: string): Promise<NetworkRole> {
  return db
    .selectFrom('networkRoles')
    .selectAll()
    .where('id', '=', roleId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('role'))
}

/**
 * Ends one role. Groups are left only when that is said.
 * @param groups what becomes of the groups of somebody who has no other work in the network
 * @returns the groups that now need a lead learner
 * @throws NotFound when the role is not held any more; Conflict when it is the network's last leader
 */
export async function endRole(
  trx: Trx,
  roleId: string,
  by: Pick<Person, 'id'>,
  groups: 'stay' | 'leave' = 'stay',
): Promise<GroupWithoutLead[]> {
  const role = await findRole(trx, roleId)
  if (role.role === 'network leader') await refuseIfLast(trx, role.networkId, role.personId)
  const left = groups === 'leave' ? await groupsAtStake(trx, roleId) : []
  await end(trx, [role], by)
  return left.length > 0 ? leaveGroupsIn(trx, role.networkId, role.personId, by) : []
}

/**
 * Somebody leaves the network: every role and membership ends. What they wrote stays with their groups.
 * @returns the groups they led, which now need a lead learner
 * @throws Conflict when they are the network's last leader
 */
export async function endAllRolesIn(
  trx: Trx,
  networkId: string,
  personId: string,
  by: Pick<Person, 'id'>,
): Promise<GroupWithoutLead[]> {
  const roles = await rolesIn(trx, networkId, personId)
  if (roles.some(one => one.role === 'network leader')) await refuseIfLast(trx, networkId, personId)
  await end(trx, roles, by)
  await takeBackAskedRoles(trx, networkId, personId, by)
  return leaveGroupsIn(trx, networkId, personId, by)
}

async function end(trx: Trx, roles: NetworkRole[], by: Pick<Person, 'id'>): Promise<void> {
  for (const role of roles) {
    await trx.updateTable('networkRoles').set({ endedAt: now(), endedBy: by.id }).where('id', '=', role.id).execute()
    await record(trx, { kind: 'role ended', by, ...aboutRole(role) })
  }
}

/** A disabled account leads nothing, so it does not count. */
async function refuseIfLast(trx: Db, networkId: string, personId: string): Promise<void> {
  const another = await trx
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('networkRoles.id')
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.role', '=', 'network leader')
    .where('networkRoles.endedAt', 'is', null)
    .where('networkRoles.personId', '!=', personId)
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst()
  if (!another) {
    throw new Conflict(
      'This is the only leader of the network, and a network needs one. Make somebody else a network leader first.',
    )
  }
}
