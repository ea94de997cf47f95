import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { now } from '../../web/now.js'
import { askForRole, takeBackAskedRoles } from './confirming-roles.js'
import { aboutRole, grantRole, refuseOneself, roleHeld, rolesIn, type RoleToGive } from './granting-roles.js'
import { type GroupWithoutLead, leaveGroupsIn } from './leaving.js'
import type { Person } from '../person.js'
import { settleGroups, type ThenGroups } from './groups-at-stake.js'
import { isConfirmedRole } from './roles.js'
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

/** A role that is held now. @throws NotFound when it is not */
export function findRole(db: Db, roleId: string): Promise<NetworkRole> {
  return db
    .selectFrom('networkRoles')
    .selectAll()
    .where('id', '=', roleId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('role'))
}

/**
 * Ends one role. Groups are left only when that is said.
 * @param groups what becomes of the groups that it ties them to (groups-at-stake.ts)
 * @returns the groups that now need a lead learner
 * @throws NotFound when the role is not held any more; Conflict when it is the network's last leader
 */
export async function endRole(
  trx: Trx,
  roleId: string,
  by: Pick<Person, 'id'>,
  groups: ThenGroups = 'stay',
): Promise<GroupWithoutLead[]> {
  const role = await findRole(trx, roleId)
  if (role.role === 'network leader') await refuseIfLast(trx, role.networkId, role.personId)
  const leaderless = await settleGroups(trx, role, by, groups)
  await end(trx, [role], by)
  return leaderless
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
    await record(trx, { kind: 'role ended', by, ...aboutRole(role), schoolId: role.schoolId })
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
