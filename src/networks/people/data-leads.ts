import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { endRole, giveRole } from '../../people/roles/giving-roles.js'
import type { Person } from '../../people/person.js'
import type { NetworkRoleName } from '../../people/roles/roles.js'
import { byName } from '../../words/words.js'
import type { School } from '../tables.js'

type OfSchool = Pick<School, 'id' | 'networkId'>

export interface InSchool {
  personId: string
  name: string
}

/** Those who hold a role in a school now, in alphabetical order. */
async function holding(db: Db, schoolId: string, role: NetworkRoleName): Promise<(InSchool & { roleId: string })[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select(['networkRoles.id as roleId', 'people.id as personId', 'people.name'])
    .where('networkRoles.schoolId', '=', schoolId)
    .where('networkRoles.role', '=', role)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return rows.sort(byName)
}

/** The headteachers of a school now, by name. */
export function headsOf(db: Db, schoolId: string): Promise<InSchool[]> {
  return holding(db, schoolId, 'headteacher')
}

/** The data leads of a school now, by name. */
export function dataLeadsOf(db: Db, schoolId: string): Promise<(InSchool & { roleId: string })[]> {
  return holding(db, schoolId, 'data lead')
}

/**
 * Whom this person can name: those who work in the school and are not data lead yet, never themselves. A head names
 * colleagues; a network leader names the head, and colleagues only where the school has no head here.
 */
export async function possibleDataLeads(db: Db, schoolId: string, by: Person): Promise<InSchool[]> {
  const [heads, staff, leads] = await Promise.all([
    headsOf(db, schoolId),
    holding(db, schoolId, 'staff'),
    dataLeadsOf(db, schoolId),
  ])
  const nameable = heads.length === 0 || by.answersFor(schoolId) ? [...heads, ...staff] : heads
  const each = new Map(nameable.map(one => [one.personId, one]))
  return [...each.values()]
    .filter(one => one.personId !== by.id && !leads.some(lead => lead.personId === one.personId))
    .sort(byName)
}

/**
 * Names a data lead, for a second person to confirm.
 * @throws NotFound when this person cannot be named by the one who asks
 */
export async function nameDataLead(
  trx: Trx,
  school: OfSchool,
  personId: string,
  by: Person,
): Promise<InSchool & { asked: string }> {
  const chosen = (await possibleDataLeads(trx, school.id, by)).find(one => one.personId === personId)
  if (!chosen) throw new NotFound('person')
  const role = { networkId: school.networkId, personId, role: 'data lead', schoolId: school.id } as const
  const { id } = await giveRole(trx, role, by)
  return { ...chosen, asked: id }
}

/** @throws NotFound when they are not data lead any more */
export async function endDataLead(trx: Trx, school: OfSchool, roleId: string, by: Person): Promise<InSchool> {
  const lead = (await dataLeadsOf(trx, school.id)).find(one => one.roleId === roleId)
  if (!lead) throw new NotFound('role')
  await endRole(trx, roleId, by)
  return lead
}
