import type { Db } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { now } from '../web/now.js'
import { askForRole, takeBackAskedRoles } from './confirming-roles.js'
import { grantRole, noteRole, refuseOneself, roleHeld, rolesIn, type RoleToGive } from './granting-roles.js'
import { type GroupWithoutLead, leaveGroupsIn } from './leaving.js'
import type { Person } from './person.js'
import { isConfirmedRole } from './roles.js'
import type { NetworkRole } from './tables.js'

export type { RoleToGive } from './granting-roles.js'

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
export async function giveRole(db: Db, given: RoleToGive, by: Pick<Person, 'id'>): Promise<GivenRole> {
  return db.isTransaction ? give(db, given, by) : db.transaction().execute(trx => give(trx, given, by))
}

async function give(trx: Db, given: RoleToGive, by: Pick<Person, 'id'>): Promise<GivenRole> {
  await refuseOneself(trx, given.networkId, given.personId, by)
  const { role } = given
  if (!isConfirmedRole(role) || (await roleHeld(trx, given)))
    return { id: (await grantRole(trx, given, by)).id, waits: false }
  return { id: (await askForRole(trx, { ...given, role }, by)).id, waits: true }
}

/**
 * Ends one role. Whoever has no other work in the network then also leaves its groups.
 * @returns the groups that now need a lead learner
 * @throws NotFound when the role is not held any more; Conflict when it is the network's last leader
 */
export async function endRole(db: Db, roleId: string, by: Pick<Person, 'id'>): Promise<GroupWithoutLead[]> {
  return db.transaction().execute(async trx => {
    const role = await trx
      .selectFrom('networkRoles')
      .selectAll()
      .where('id', '=', roleId)
      .where('endedAt', 'is', null)
      .executeTakeFirstOrThrow(() => new NotFound('role'))
    if (role.role === 'network leader') await refuseIfLast(trx, role.networkId, role.personId)
    await end(trx, [role], by)
    const stays = await rolesIn(trx, role.networkId, role.personId)
    const working = stays.some(one => one.role !== 'governor')
    return working ? [] : leaveGroupsIn(trx, role.networkId, role.personId, by)
  })
}

/**
 * Somebody leaves the network: every role and membership ends. What they wrote stays with their groups.
 * @returns the groups they led, which now need a lead learner
 * @throws Conflict when they are the network's last leader
 */
export async function endAllRolesIn(
  db: Db,
  networkId: string,
  personId: string,
  by: Pick<Person, 'id'>,
): Promise<GroupWithoutLead[]> {
  return db.transaction().execute(async trx => {
    const roles = await rolesIn(trx, networkId, personId)
    if (roles.some(one => one.role === 'network leader')) await refuseIfLast(trx, networkId, personId)
    await end(trx, roles, by)
    await takeBackAskedRoles(trx, networkId, personId, by)
    return leaveGroupsIn(trx, networkId, personId, by)
  })
}

async function end(trx: Db, roles: NetworkRole[], by: Pick<Person, 'id'>): Promise<void> {
  for (const role of roles) {
    await trx.updateTable('networkRoles').set({ endedAt: now(), endedBy: by.id }).where('id', '=', role.id).execute()
    await noteRole(trx, role, by, `ended the role ${role.role}`)
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
