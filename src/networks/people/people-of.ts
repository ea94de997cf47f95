import { sql } from 'kysely'
import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { containing } from '../../words/folded.js'
import { isNetworkRole, type NetworkRoleName } from '../../people/roles/roles.js'
import type { Network } from '../tables.js'

export interface PersonInNetwork {
  id: string
  name: string
  email: string
  roles: { id: string; role: NetworkRoleName; school: string | null; theme: string | null; partner: string | null }[]
}

export interface PeopleFilter {
  words: string
  role: string
  school: string
}

/** People with a role in the network now, by name, one page of them. */
export async function peopleIn(
  db: Db,
  networkId: string,
  filter: PeopleFilter,
  page: number,
  size: number,
): Promise<{ rows: PersonInNetwork[]; total: number }> {
  let query = db
    .selectFrom('people')
    .innerJoin('networkRoles', 'networkRoles.personId', 'people.id')
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
  if (isNetworkRole(filter.role)) query = query.where('networkRoles.role', '=', filter.role)
  if (filter.school) query = query.where('networkRoles.schoolId', '=', filter.school)
  if (filter.words) query = query.where(sql<boolean>`people.name like ${containing(filter.words)} escape '\\'`)

  const { total } = await query.select(sql<number>`count(distinct people.id)`.as('total')).executeTakeFirstOrThrow()
  const people = await query
    .select(['people.id', 'people.name', 'people.email'])
    .groupBy(['people.id', 'people.name', 'people.email'])
    .orderBy('people.name')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const roles = await rolesOf(
    db,
    networkId,
    people.map(person => person.id),
  )
  return {
    total: Number(total),
    rows: people.map(person => ({ ...person, roles: roles.filter(role => role.personId === person.id) })),
  }
}

/** Somebody with a role in the network. @throws NotFound for anybody else */
export async function personInNetwork(db: Db, network: Pick<Network, 'id'>, id: string): Promise<PersonInNetwork> {
  const roles = await rolesOf(db, network.id, [id])
  const person = await db.selectFrom('people').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst()
  if (!person || roles.length === 0) throw new NotFound('person')
  return { ...person, roles }
}

/** What these people are in the network now, the oldest role first. */
export async function rolesOf(db: Db, networkId: string, personIds: string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('networkRoles')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .leftJoin('themes', 'themes.id', 'networkRoles.themeId')
    .leftJoin('partners', 'partners.id', 'networkRoles.partnerId')
    .select([
      'networkRoles.id',
      'networkRoles.personId',
      'networkRoles.role',
      'schools.name as school',
      'themes.name as theme',
      'partners.name as partner',
    ])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('networkRoles.personId', 'in', personIds)
    .orderBy('networkRoles.beganAt')
    .execute()
}

/** The open groups of the network that somebody leads. */
export function groupsLedBy(db: Db, network: Pick<Network, 'id'>, personId: string): Promise<{ name: string }[]> {
  return db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select('groups.name')
    .where('groupPeople.personId', '=', personId)
    .where('groupPeople.role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .where('groups.networkId', '=', network.id)
    .where('groups.closedAt', 'is', null)
    .execute()
}
