import type { Db } from '../../database.js'
import { byName } from '../../words/words.js'
import type { NetworkRole, RoleConfirmation } from '../tables.js'

/** Somebody who may be the second person to a role. */
export interface Confirmer {
  id: string
  name: string
  email: string
}

type AskedRole = Pick<RoleConfirmation, 'networkId' | 'role' | 'schoolId' | 'askedBy' | 'personId'>
type Held = Pick<NetworkRole, 'personId' | 'role' | 'schoolId' | 'beganBy' | 'endedAt'> & Omit<Confirmer, 'id'>

/**
 * Who may confirm a role: a head, another network leader or the school's present head; a data lead, a colleague of the
 * school or a network leader. Never whoever asked, nor whoever is to hold it, nor anybody whom one of the two brought in,
 * themselves or through others: two accounts of one person are not two people. Where nobody is left, an administrator.
 * @param from `the school`: only its own people, such as for the keys of its pupils
 */
export async function whoConfirms(
  db: Db,
  asked: AskedRole,
  from: 'the network' | 'the school' = 'the network',
): Promise<Confirmer[]> {
  const roles = await everyRoleIn(db, asked.networkId)
  const concerned = [asked.askedBy, asked.personId]
  const able = roles
    .filter(role => role.endedAt === null && countsFor(asked, role, from) && !concerned.includes(role.personId))
    .filter(role => !concerned.some(id => broughtInBy(roles, role).has(id)))
  const each = new Map(able.map(({ personId, name, email }) => [personId, { id: personId, name, email }]))
  const found = [...each.values()]
  return (found.length > 0 || from === 'the school' ? found : await administrators(db, concerned)).sort(byName)
}

function countsFor(asked: AskedRole, held: Held, from: 'the network' | 'the school'): boolean {
  if (held.role === 'network leader') return from === 'the network'
  if (held.schoolId !== asked.schoolId) return false
  return held.role === 'headteacher' || (asked.role === 'data lead' && held.role === 'staff')
}

/** Who gave this role, who gave theirs to them, and so on. */
function broughtInBy(all: Held[], role: Held): Set<string> {
  const before = new Set<string>()
  const open = [role.beganBy]
  for (let giver = open.pop(); giver !== undefined; giver = open.pop()) {
    if (giver === null || before.has(giver)) continue
    before.add(giver)
    open.push(...all.filter(one => one.personId === giver).map(one => one.beganBy))
  }
  return before
}

/** Those that have ended too: they tell who brought whom in. People with a disabled account are left out. */
function everyRoleIn(db: Db, networkId: string): Promise<Held[]> {
  return db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['networkRoles.personId', 'networkRoles.role', 'networkRoles.schoolId', 'networkRoles.beganBy'])
    .select(eb => [
      'people.name',
      'people.email',
      eb.fn.coalesce('networkRoles.endedAt', 'people.disabledAt').as('endedAt'),
    ])
    .where('networkRoles.networkId', '=', networkId)
    .execute()
}

function administrators(db: Db, but: string[]): Promise<Confirmer[]> {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('administratorSince', 'is not', null)
    .where('disabledAt', 'is', null)
    .where('id', 'not in', but)
    .execute()
}
