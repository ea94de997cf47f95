import { record } from '../../facts/facts.js'
import type { Db, Trx } from '../../database.js'
import { Conflict, NotAllowed, NotFound } from '../../errors.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutRole, grantRole, refuseIfLeading, type RoleToGive } from './granting-roles.js'
import type { Person } from '../person.js'
import type { ConfirmedRole } from './roles.js'
import type { RoleConfirmation } from '../tables.js'
import { type Confirmer, whoConfirms } from './who-confirms.js'

/** A role that waits, with the names of what it is about and of those who may confirm it. */
export interface WaitingRole extends RoleConfirmation {
  name: string
  email: string
  asker: string
  askerEmail: string
  school: string
  network: string
  confirmers: Confirmer[]
}

/** Asks a second person for a role. Nothing is held by it; asked for already, it waits on. */
export async function askForRole(
  trx: Trx,
  given: RoleToGive & { role: ConfirmedRole },
  by: Pick<Person, 'id'>,
): Promise<{ id: string }> {
  const { networkId, personId, role, schoolId } = given
  if (!schoolId) throw new Conflict(`A ${role} needs a school.`)
  if (role === 'headteacher') await refuseIfLeading(trx, networkId, personId)
  const asked = await waitingRoles(trx)
    .where('roleConfirmations.personId', '=', personId)
    .where('role', '=', role)
    .where('schoolId', '=', schoolId)
    .executeTakeFirst()
  if (asked) return asked
  const row = { id: newId(), networkId, personId, role, schoolId, askedAt: now(), askedBy: by.id }
  await trx
    .insertInto('roleConfirmations')
    .values({ ...row, confirmedAt: null, confirmedBy: null, refusedAt: null, refusedBy: null })
    .execute()
  await record(trx, { kind: 'role asked for', by, ...aboutRole(given), asked: row.id })
  return row
}

/**
 * The second person says yes: from now on the role is held.
 * @throws NotAllowed for anybody but those who may confirm it; Conflict when it was answered meanwhile
 */
export async function confirmRole(trx: Trx, asked: WaitingRole, by: Person): Promise<void> {
  const confirmers = await whoConfirms(trx, asked)
  if (!confirmers.some(one => one.id === by.id)) throw new NotAllowed('A second person confirms this, not you.')
  if (asked.role === 'headteacher') await refuseIfLeading(trx, asked.networkId, asked.personId)
  await settle(trx, asked, { confirmedAt: now(), confirmedBy: by.id })
  await grantRole(trx, asked, by, asked.id)
}

/** A second person says no, whoever asked takes it back, or whoever should hold it declines. */
export async function refuseRole(trx: Trx, asked: WaitingRole, by: Person): Promise<void> {
  await settle(trx, asked, { refusedAt: now(), refusedBy: by.id })
  await record(trx, { kind: 'role refused', by, ...aboutRole(asked), asked: asked.id })
}

/** What was asked for somebody who leaves the network is not asked any more. */
export async function takeBackAskedRoles(
  trx: Db,
  networkId: string,
  personId: string,
  by: Pick<Person, 'id'>,
): Promise<void> {
  await trx
    .updateTable('roleConfirmations')
    .set({ refusedAt: now(), refusedBy: by.id })
    .where('networkId', '=', networkId)
    .where('personId', '=', personId)
    .where('confirmedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .execute()
}

async function settle(
  trx: Db,
  { id }: WaitingRole,
  how: { confirmedAt: string; confirmedBy: string } | { refusedAt: string; refusedBy: string },
): Promise<void> {
  const settled = await trx
    .updateTable('roleConfirmations')
    .set(how)
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .where('refusedAt', 'is', null)
    .executeTakeFirst()
  if (settled.numUpdatedRows === 0n) throw new Conflict('This has been answered already.')
}

/** A role that was asked for, for those whom it concerns. @throws NotFound for everybody else */
export async function findAskedRole(db: Db, person: Person, id: string): Promise<WaitingRole> {
  const found = await askedRoleBy(db, id)
  if (!found || !concerns(found, person)) throw new NotFound('question')
  return found
}

/** A role that was asked for, whoever asks: for the letters about it. */
export async function askedRoleBy(db: Db, id: string): Promise<WaitingRole | undefined> {
  const row = await askedRoles(db).where('roleConfirmations.id', '=', id).executeTakeFirst()
  return row && { ...row, confirmers: await whoConfirms(db, row) }
}

/** What waits and concerns this person, the oldest first. */
export async function rolesWaitingFor(db: Db, person: Person): Promise<WaitingRole[]> {
  return thoseConcerning(db, person, await waitingRoles(db).orderBy('askedAt').execute())
}

/** Of these roles those that concern this person. */
export async function thoseConcerning(
  db: Db,
  person: Person,
  rows: Omit<WaitingRole, 'confirmers'>[],
): Promise<WaitingRole[]> {
  const all = await Promise.all(rows.map(async row => ({ ...row, confirmers: await whoConfirms(db, row) })))
  return all.filter(one => concerns(one, person))
}

function concerns(asked: WaitingRole, person: Person): boolean {
  const named = [asked.askedBy, asked.personId, ...asked.confirmers.map(one => one.id)]
  return named.includes(person.id) || person.isNetworkLeaderOf(asked.networkId)
}

/** Every role that waits for a second person. */
export function waitingRoles(db: Db) {
  return askedRoles(db).where('confirmedAt', 'is', null).where('refusedAt', 'is', null)
}

function askedRoles(db: Db) {
  return db
    .selectFrom('roleConfirmations')
    .innerJoin('people', 'people.id', 'roleConfirmations.personId')
    .innerJoin('people as askers', 'askers.id', 'roleConfirmations.askedBy')
    .innerJoin('schools', 'schools.id', 'roleConfirmations.schoolId')
    .innerJoin('networks', 'networks.id', 'roleConfirmations.networkId')
    .selectAll('roleConfirmations')
    .select([
      'people.name',
      'people.email',
      'askers.name as asker',
      'askers.email as askerEmail',
      'schools.name as school',
      'networks.name as network',
    ])
}
