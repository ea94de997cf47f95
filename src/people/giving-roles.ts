import type { Db, Trx } from '../database.js'
import { Conflict, NotFound } from '../errors.js'
import { record } from '../facts/facts.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { listed } from '../web/words.js'
import { type GroupWithoutLead, leaveGroupsIn } from './leaving.js'
import type { Person } from './person.js'
import type { NetworkRoleName } from './roles.js'
import type { NetworkRole } from './tables.js'

export interface RoleToGive {
  networkId: string
  personId: string
  role: NetworkRoleName
  schoolId?: string | null
  themeId?: string | null
}

/**
 * Gives somebody a role in a network from now on. Held already, it stays as it was.
 * @param by who gives it; asking whether they may is for the page
 * @throws Conflict when a lead learner would become a headteacher in the same network
 */
export async function giveRole(trx: Trx, given: RoleToGive, by: Pick<Person, 'id'>): Promise<NetworkRole> {
  const { networkId, personId, role } = given
  if (role === 'headteacher') await refuseIfLeading(trx, networkId, personId)
  const place = { schoolId: given.schoolId ?? null, themeId: given.themeId ?? null }
  const held = (await rolesIn(trx, networkId, personId)).find(
    one => one.role === role && one.schoolId === place.schoolId && one.themeId === place.themeId,
  )
  if (held) return held

  const row = {
    id: newId(),
    networkId,
    personId,
    role,
    ...place,
    beganAt: now(),
    beganBy: by.id,
    endedAt: null,
    endedBy: null,
  }
  await trx.insertInto('networkRoles').values(row).execute()
  await record(trx, { kind: 'role given', by, networkId, aboutKind: 'person', aboutId: personId, role })
  return row
}

/**
 * Ends one role. Whoever has no other work in the network then also leaves its groups.
 * @returns the groups that now need a lead learner
 * @throws NotFound when the role is not held any more; Conflict when it is the network's last leader
 */
export async function endRole(trx: Trx, roleId: string, by: Pick<Person, 'id'>): Promise<GroupWithoutLead[]> {
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
  return leaveGroupsIn(trx, networkId, personId, by)
}

async function end(trx: Trx, roles: NetworkRole[], by: Pick<Person, 'id'>): Promise<void> {
  for (const { id, role, networkId, personId } of roles) {
    await trx.updateTable('networkRoles').set({ endedAt: now(), endedBy: by.id }).where('id', '=', id).execute()
    await record(trx, { kind: 'role ended', by, networkId, aboutKind: 'person', aboutId: personId, role })
  }
}

function rolesIn(db: Db, networkId: string, personId: string): Promise<NetworkRole[]> {
  return db
    .selectFrom('networkRoles')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}

/** A disabled account leads nothing, so it does not count. */
async function refuseIfLast(trx: Trx, networkId: string, personId: string): Promise<void> {
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

async function refuseIfLeading(trx: Trx, networkId: string, personId: string): Promise<void> {
  const led = await trx
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select('groups.name')
    .where('groupPeople.personId', '=', personId)
    .where('groupPeople.role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .where('groups.networkId', '=', networkId)
    .where('groups.closedAt', 'is', null)
    .execute()
  if (led.length > 0) {
    throw new Conflict(
      `A lead learner cannot be a headteacher in the same network. Hand over ${listed(led.map(one => one.name))} first.`,
    )
  }
}
