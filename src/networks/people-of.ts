import { sql } from 'kysely'
import type { Db } from '../database.js'
import { containing } from '../web/folded.js'

export interface PersonInNetwork {
  id: string
  name: string
  email: string
  roles: { id: string; role: string; school: string | null; theme: string | null }[]
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
  if (filter.role) query = query.where('networkRoles.role', '=', filter.role)
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

export async function rolesOf(db: Db, networkId: string, personIds: string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('networkRoles')
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .leftJoin('themes', 'themes.id', 'networkRoles.themeId')
    .select([
      'networkRoles.id',
      'networkRoles.personId',
      'networkRoles.role',
      'schools.name as school',
      'themes.name as theme',
    ])
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('networkRoles.personId', 'in', personIds)
    .orderBy('networkRoles.beganAt')
    .execute()
}
