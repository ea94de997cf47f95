import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { folded } from '../../words/folded.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { mayBeShownResetLink, mayHelpWithPassword, type Reach } from '../permissions.js'
import type { Person } from '../person.js'
import { isConfirmedRole } from '../roles/roles.js'
import { forgetOpenLinks } from '../passwords/resetting-password.js'
import { endSessionsOf } from '../sessions.js'

/** An account, as the site's administrators see it: nothing of what its person does. */
export interface Account {
  id: string
  name: string
  email: string
  createdAt: string
  administratorSince: string | null
  disabledAt: string | null
}

/**
 * Accounts by name.
 * @param words looked for in names and addresses, accents aside
 * @param only `administrators` or `disabled`; anything else leaves nobody out
 */
export async function accounts(db: Db, words = '', only = ''): Promise<Account[]> {
  const rows = await db.selectFrom('people').select(fields).execute()
  const sought = folded(words)
  return rows
    .filter(one => !sought || folded(`${one.name} ${one.email}`).includes(sought))
    .filter(one => only !== 'administrators' || one.administratorSince !== null)
    .filter(one => only !== 'disabled' || one.disabledAt !== null)
    .sort(byName)
}

const fields = ['id', 'name', 'email', 'createdAt', 'administratorSince', 'disabledAt'] as const

/** An account, for whoever may administer or help. @throws NotFound */
export function findAccount(db: Db, id: string): Promise<Account> {
  return db
    .selectFrom('people')
    .select(fields)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('account'))
}

/** The networks in which somebody holds a role or helps a group, and what else they reach. */
export async function reachOf(db: Db, account: Account): Promise<Reach> {
  const roles = await db
    .selectFrom('networkRoles')
    .select(['networkId', 'role'])
    .where('personId', '=', account.id)
    .where('endedAt', 'is', null)
    .execute()
  const groups = await db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select('groups.networkId')
    .where('groupPeople.personId', '=', account.id)
    .where('groupPeople.leftAt', 'is', null)
    .execute()
  const key = await db
    .selectFrom('pupilKeys')
    .select('id')
    .where('ownerId', '=', account.id)
    .where('erasedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return {
    networkIds: [...new Set([...roles, ...groups].map(one => one.networkId))],
    isAdministrator: account.administratorSince !== null,
    reachesPupils: key !== undefined || roles.some(one => isConfirmedRole(one.role)),
  }
}

/** Whether this person may see to a new password for somebody: by a letter to its owner, or by a link shown to them. */
export async function mayHelp(db: Db, person: Person, account: Account, byLetter: boolean): Promise<boolean> {
  const may = byLetter ? mayHelpWithPassword : mayBeShownResetLink
  return account.disabledAt === null && may(person, await reachOf(db, account))
}

/** Nobody can sign in with a disabled account; what the person wrote stays. @throws Conflict for the last administrator */
export async function disable(trx: Trx, account: Account, by: Person): Promise<void> {
  await refuseIfLastAdministrator(trx, account)
  await trx
    .updateTable('people')
    .set({ disabledAt: now(), disabledBy: by.id })
    .where('id', '=', account.id)
    .where('disabledAt', 'is', null)
    .execute()
  await endSessionsOf(trx, account.id)
  await forgetOpenLinks(trx, account.id)
  await record(trx, { kind: 'account disabled', ...aboutAccount(account, by) })
}

/** Its person can sign in with the account again. */
export async function enable(trx: Trx, account: Account, by: Person): Promise<void> {
  await trx.updateTable('people').set({ disabledAt: null, disabledBy: null }).where('id', '=', account.id).execute()
  await record(trx, { kind: 'account enabled', ...aboutAccount(account, by) })
}

/** @throws Conflict for a disabled account */
export async function makeAdministrator(trx: Trx, account: Account, by: Person): Promise<void> {
  const made = await trx
    .updateTable('people')
    .set({ administratorSince: now() })
    .where('id', '=', account.id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (made.numUpdatedRows === 0n) throw new Conflict('This account is disabled. Enable it first.')
  await record(trx, { kind: 'administrator made', ...aboutAccount(account, by) })
}

/** @throws Conflict for the last administrator */
export async function unmakeAdministrator(trx: Trx, account: Account, by: Person): Promise<void> {
  await refuseIfLastAdministrator(trx, account)
  await trx.updateTable('people').set({ administratorSince: null }).where('id', '=', account.id).execute()
  await record(trx, { kind: 'administrator unmade', ...aboutAccount(account, by) })
}

/** Whether nobody else could look after the site. */
export async function isLastAdministrator(db: Db, account: Account): Promise<boolean> {
  if (account.administratorSince === null) return false
  const another = await db
    .selectFrom('people')
    .select('id')
    .where('administratorSince', 'is not', null)
    .where('disabledAt', 'is', null)
    .where('id', '!=', account.id)
    .executeTakeFirst()
  return another === undefined
}

async function refuseIfLastAdministrator(trx: Trx, { id }: Account): Promise<void> {
  if (await isLastAdministrator(trx, await findAccount(trx, id))) {
    throw new Conflict(
      'This is the only administrator, and somebody must look after the workbench. Make another one first.',
    )
  }
}

function aboutAccount(account: Account, by: Person) {
  return { by, aboutKind: 'person', aboutId: account.id }
}
