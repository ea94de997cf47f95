import { type Db, inOne, type Trx } from '../database.js'
import { NotFound } from '../errors.js'
import { endRole, giveRole } from '../people/giving-roles.js'
import type { Person } from '../people/person.js'
import { byName } from '../web/words.js'
import type { School } from './tables.js'

type OfSchool = Pick<School, 'id' | 'networkId'>

export interface InSchool {
  personId: string
  name: string
}

/** Those who hold a role in a school now, in alphabetical order. */
async function holding(db: Db, schoolId: string, role: string): Promise<(InSchool & { roleId: string })[]> {
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

export function headsOf(db: Db, schoolId: string): Promise<InSchool[]> {
  return holding(db, schoolId, 'headteacher')
}

export function dataLeadsOf(db: Db, schoolId: string): Promise<(InSchool & { roleId: string })[]> {
  return holding(db, schoolId, 'data lead')
}

/** Who can be named: those who work in the school, its head among them, and are not data lead yet. */
export async function possibleDataLeads(db: Db, schoolId: string): Promise<InSchool[]> {
  const [heads, staff, leads] = await Promise.all([
    headsOf(db, schoolId),
    holding(db, schoolId, 'staff'),
    dataLeadsOf(db, schoolId),
  ])
  const each = new Map([...heads, ...staff].map(one => [one.personId, one]))
  return [...each.values()].filter(one => !leads.some(lead => lead.personId === one.personId)).sort(byName)
}

/** @throws NotFound when this person does not work in the school */
export async function nameDataLead(db: Db, school: OfSchool, personId: string, by: Person): Promise<InSchool> {
  const chosen = (await possibleDataLeads(db, school.id)).find(one => one.personId === personId)
  if (!chosen) throw new NotFound('person')
  const role = { networkId: school.networkId, personId, role: 'data lead', schoolId: school.id } as const
  await inOne(db, trx => giveRole(trx, role, by))
  return chosen
}

/** @throws NotFound when they are not data lead any more */
export async function endDataLead(trx: Trx, school: OfSchool, roleId: string, by: Person): Promise<InSchool> {
  const lead = (await dataLeadsOf(trx, school.id)).find(one => one.roleId === roleId)
  if (!lead) throw new NotFound('role')
  await endRole(trx, roleId, by)
  return lead
}
