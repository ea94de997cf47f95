import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { takingPart } from '../people/roles/roles.js'
import { readers } from '../reach/readers.js'
import { relations, waysIn } from '../reach/ways.js'

/** Every token that a person holds now; somebody who is not signed in holds the public's. */
export async function readersOf(db: Db, person: Person | undefined): Promise<string[]> {
  if (!person) return [readers.everybody]
  const themes = person.rolesWith('leads the theme').flatMap(role => role.themeId ?? [])
  const schools = person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? [])
  const facilitated = await whereFacilitated(db, person)
  const tokens = [
    readers.everybody,
    ...waysIn.flatMap(({ as }) => relations[as].heldBy(person).map(relations[as].token)),
    ...person.networkIds.flatMap(network => [
      ...(person.isNetworkLeaderOf(network) ? [readers.leader(network)] : []),
      ...(person.readsReleasedIn(network) ? [readers.governor(network)] : []),
    ]),
    ...themes.map(readers.coLeaderOfTheme),
    ...schools.map(readers.head),
    ...[...new Set([...person.networkIds, ...facilitated.networks])].map(readers.around),
    ...facilitated.themes.map(readers.facilitatorOfTheme),
    ...(await groupsOfThemes(db, themes)).map(readers.coLeader),
    ...(await groupsWithSchools(db, schools)).map(readers.headBy),
  ]
  return [...new Set(tokens)]
}

/** The themes of the groups that somebody is invited to challenge now. */
export async function themesFacilitated(db: Db, person: Person): Promise<string[]> {
  return (await whereFacilitated(db, person)).themes
}

async function whereFacilitated(db: Db, person: Person): Promise<{ themes: string[]; networks: string[] }> {
  const groups = person
    .membershipsWith('challenges')
    .map(one => one.groupId)
    .filter(id => person.isFacilitatorIn(id))
  if (groups.length === 0) return { themes: [], networks: [] }
  const rows = await db.selectFrom('groups').select(['themeId', 'networkId']).where('id', 'in', groups).execute()
  return {
    themes: [...new Set(rows.flatMap(row => row.themeId ?? []))],
    networks: [...new Set(rows.map(row => row.networkId))],
  }
}

async function groupsOfThemes(db: Db, themes: string[]): Promise<string[]> {
  if (themes.length === 0) return []
  return (await db.selectFrom('groups').select('id').where('themeId', 'in', themes).execute()).map(row => row.id)
}

async function groupsWithSchools(db: Db, schools: string[]): Promise<string[]> {
  if (schools.length === 0) return []
  const rows = await db
    .selectFrom('groupPeople')
    .select('groupId')
    .distinct()
    .where('schoolId', 'in', schools)
    .where('leftAt', 'is', null)
    .where('role', 'in', takingPart)
    .execute()
  return rows.map(row => row.groupId)
}
