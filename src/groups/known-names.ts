import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { byName } from '../words/words.js'

/** What a person may call by name, when they narrow a search: nothing that they could not read on a page of theirs. */

/** The schools of the networks that they work in. */
export async function schoolsKnownTo(db: Db, person: Person | undefined) {
  const networks = networksOf(person)
  if (networks.length === 0) return []
  const schools = await db.selectFrom('schools').select(['id', 'name']).where('networkId', 'in', networks).execute()
  return schools.sort(byName)
}

/** The groups of those networks, and those that they are in or were invited to. */
export async function groupsKnownTo(db: Db, person: Person | undefined) {
  const networks = networksOf(person)
  const own = ownGroups(person)
  if (networks.length + own.length === 0) return []
  const groups = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where(eb => eb.or([eb('networkId', 'in', orNone(networks)), eb('id', 'in', orNone(own))]))
    .execute()
  return groups.sort(byName)
}

/** Their colleagues in those networks and groups. */
export async function peopleKnownTo(db: Db, person: Person | undefined) {
  const networks = networksOf(person)
  const own = ownGroups(person)
  if (networks.length + own.length === 0) return []
  return db
    .selectFrom('people')
    .select(['people.id', 'people.name'])
    .where(eb =>
      eb.or([
        eb(
          'people.id',
          'in',
          eb.selectFrom('networkRoles').select('personId').where('networkId', 'in', orNone(networks)),
        ),
        eb('people.id', 'in', eb.selectFrom('groupPeople').select('personId').where('groupId', 'in', orNone(own))),
      ]),
    )
    .execute()
}

function networksOf(person: Person | undefined): string[] {
  return person?.networkIds.filter(network => person.works(network)) ?? []
}

function ownGroups(person: Person | undefined): string[] {
  return (
    person?.groups
      .map(one => one.groupId)
      .filter(group => person.isVolunteerIn(group) || person.isFacilitatorIn(group)) ?? []
  )
}

/** An empty list stands in no query. */
function orNone(ids: string[]): string[] {
  return ids.length > 0 ? ids : ['']
}
