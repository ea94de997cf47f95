import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { renaming } from './names-in-text.js'

/** How a group's schools and the people it interviewed are called in everything that leaves the group. */
export interface Pseudonyms {
  /** A text with every name that has a pseudonym written as its pseudonym. */
  words(text: string): string
  /** The name of a school as outsiders read it. */
  school(school: { id: string; name: string }): string
  /** Whether the group has chosen any. */
  any: boolean
}

/** Everything by its own name. */
export const ownNames: Pseudonyms = { words: text => text, school: school => school.name, any: false }

/** The pseudonyms that a group has chosen; without any, everything is called by its own name. */
export async function pseudonymsOf(db: Db, groupId: string): Promise<Pseudonyms> {
  const rows = await db
    .selectFrom('pseudonyms')
    .leftJoin('schools', 'schools.id', 'pseudonyms.schoolId')
    .select(['pseudonyms.kind', 'pseudonyms.schoolId', 'pseudonyms.name', 'pseudonyms.also', 'pseudonyms.pseudonym'])
    .select('schools.name as schoolName')
    .where('pseudonyms.groupId', '=', groupId)
    .where('pseudonyms.removedAt', 'is', null)
    .execute()
  if (rows.length === 0) return ownNames
  const words = renaming(
    rows.map(row => ({
      names: [row.name, row.schoolName ?? '', ...row.also.split('\n')],
      instead: row.pseudonym,
      isPerson: row.kind === 'person',
    })),
  )
  const schools = new Map(rows.map(row => [row.schoolId, row.pseudonym]))
  return { words, school: school => schools.get(school.id) ?? words(school.name), any: true }
}

/** For a page that shows several groups: each group's pseudonyms, asked for once, and only where there are any. */
export function pseudonymsByGroup(db: Db, person?: Person): (groupId: string) => Promise<Pseudonyms> {
  const known = new Map<string, Promise<Pseudonyms>>()
  let choosing: Promise<Set<string>> | undefined
  return groupId => {
    if (person?.isVolunteerIn(groupId)) return Promise.resolve(ownNames)
    choosing ??= groupsWithPseudonyms(db)
    const found =
      known.get(groupId) ??
      choosing.then(groups => {
        if (!groups.has(groupId)) return ownNames
        return person ? pseudonymsTowards(db, person, groupId) : pseudonymsOf(db, groupId)
      })
    known.set(groupId, found)
    return found
  }
}

async function groupsWithPseudonyms(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('pseudonyms').select('groupId').distinct().where('removedAt', 'is', null).execute()
  return new Set(rows.map(row => row.groupId))
}

/**
 * The pseudonyms as this reader meets them. Those in the group read the names; its facilitators too, unless the group has
 * chosen otherwise; to everybody else what they read has left the group.
 */
export async function pseudonymsTowards(db: Db, person: Person, groupId: string): Promise<Pseudonyms> {
  if (person.isVolunteerIn(groupId)) return ownNames
  if (person.isFacilitatorIn(groupId) && !(await facilitatorsReadPseudonyms(db, groupId))) return ownNames
  return pseudonymsOf(db, groupId)
}

export async function facilitatorsReadPseudonyms(db: Db, groupId: string): Promise<boolean> {
  const row = await db
    .selectFrom('pseudonymsForFacilitators')
    .select('groupId')
    .where('groupId', '=', groupId)
    .executeTakeFirst()
  return row !== undefined
}
