import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotAllowed } from '../../errors.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { listed } from '../../words/words.js'
import type { Person } from '../person.js'
import type { NetworkRoleName } from './roles.js'
import type { NetworkRole } from '../tables.js'

export interface RoleToGive {
  networkId: string
  personId: string
  role: NetworkRoleName
  schoolId?: string | null
  themeId?: string | null
  /** Where they come from, for a partner or an adviser. */
  partnerId?: string | null
}

type By = Pick<Person, 'id'>

/**
 * Writes a role down, as held from now on. Held already, it stays as it was.
 * @param asked the question that a second person has answered with yes
 */
export async function grantRole(trx: Trx, given: RoleToGive, by: By, asked?: string): Promise<NetworkRole> {
  const held = await roleHeld(trx, given)
  if (held) return held
  const row = { id: newId(), ...placed(given), beganAt: now(), beganBy: by.id, endedAt: null, endedBy: null }
  await trx.insertInto('networkRoles').values(row).execute()
  await (asked
    ? record(trx, { kind: 'role confirmed', by, ...aboutRole(given), asked })
    : record(trx, { kind: 'role given', by, ...aboutRole(given) }))
  return row
}

/** The same role, where it is held already. */
export async function roleHeld(trx: Db, given: RoleToGive): Promise<NetworkRole | undefined> {
  const { role, schoolId, themeId, partnerId } = placed(given)
  const held = await rolesIn(trx, given.networkId, given.personId)
  return held.find(
    one => one.role === role && one.schoolId === schoolId && one.themeId === themeId && one.partnerId === partnerId,
  )
}

function placed({ networkId, personId, role, schoolId, themeId, partnerId }: RoleToGive) {
  return {
    networkId,
    personId,
    role,
    schoolId: schoolId ?? null,
    themeId: themeId ?? null,
    partnerId: partnerId ?? null,
  }
}

/** The roles that somebody holds in a network now. */
export function rolesIn(db: Db, networkId: string, personId: string): Promise<NetworkRole[]> {
  return db
    .selectFrom('networkRoles')
    .selectAll()
    .where('networkId', '=', networkId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}

/**
 * Nobody raises their own rights. Only whoever founds a network may lead it: as long as nobody has ever belonged to it,
 * there is nothing in it to reach.
 * @throws NotAllowed when giver and taker are one
 */
export async function refuseOneself(db: Db, networkId: string, personId: string, by: By): Promise<void> {
  if (by.id !== personId || !(await hasEverBeenUsed(db, networkId))) return
  throw new NotAllowed('Nobody gives a role to themselves. Ask another network leader to give it to you.')
}

export async function hasEverBeenUsed(db: Db, networkId: string): Promise<boolean> {
  const role = await db
    .selectFrom('networkRoles')
    .select('id')
    .where('networkId', '=', networkId)
    .limit(1)
    .executeTakeFirst()
  return role !== undefined
}

/** @throws Conflict when a lead learner would become a headteacher in the same network */
export async function refuseIfLeading(trx: Db, networkId: string, personId: string): Promise<void> {
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

/** How a fact knows a role. */
export function aboutRole({ networkId, personId, role }: { networkId: string; personId: string; role: string }) {
  return { networkId, aboutKind: 'person', aboutId: personId, role }
}
