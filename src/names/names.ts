import type { Db } from '../database.js'
import { renaming } from './renaming.js'
import { shortFormsOfSchool } from './short-names.js'
import type { Read } from './written.js'
import './tables.js'

/** The names under which somebody reads what a group made: its own, or the pseudonyms that it has chosen. */
export interface Names {
  /**
   * What was written in the group, as it is read under these names: a text, or anything that holds texts. Addresses, ids
   * and what stands for something else stay; so does whatever is no plain object, such as a map.
   */
  read<Shown>(this: void, written: Shown): Read<Shown>
  /** The name of a school. */
  school(this: void, school: { id: string; name: string }): string
  /** Whether anything is read under another name at all. */
  any: boolean
}

/** Whoever knows under which names the words of each group are read. */
export interface NamesBook {
  /** @param writtenBy whose words they are: everybody reads their own as they wrote them */
  namesIn(db: Db, groupId: string, writtenBy?: string): Promise<Names>
}

/** Everything by its own name: within the group, and wherever its words are kept and not shown. */
export const ownNames: Names = {
  read: <Shown>(written: Shown) => written as Read<Shown>,
  school: school => school.name,
  any: false,
}

/** How a group reads itself. */
export const withinTheGroup: NamesBook = { namesIn: () => Promise.resolve(ownNames) }

/**
 * Words of which nobody is the reader: looked through, counted, compared, frozen, or indexed under both names. What comes
 * of it is shown to nobody before it was read under their names.
 */
export function unread<Shown>(written: Shown): Read<Shown> {
  return ownNames.read(written)
}

/** How what leaves the groups is read: documents, lists, published work. Each group is asked for once. */
export function namesOutside(): NamesBook {
  return booked(chosenBy)
}

/** A book that asks for each group once, and for none where no group has chosen anything. @param chose shared by two books */
export function booked(namesOf: (db: Db, groupId: string) => Promise<Names>, chose = whoChose()): NamesBook {
  const known = new Map<string, Promise<Names>>()
  return {
    async namesIn(db, groupId) {
      if (!(await chose(db)).has(groupId)) return ownNames
      const found = known.get(groupId) ?? namesOf(db, groupId)
      known.set(groupId, found)
      return found
    },
  }
}

/** The groups that have chosen anything, asked for once. */
export function whoChose(): (db: Db) => Promise<Set<string>> {
  let choosing: Promise<Set<string>> | undefined
  return db => (choosing ??= groupsThatChose(db))
}

async function groupsThatChose(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('pseudonyms')
    .select('groupId')
    .distinct()
    .where('removedAt', 'is', null)
    .where('pseudonym', '<>', '')
    .execute()
  return new Set(rows.map(row => row.groupId))
}

/** The pseudonyms that a group has chosen; without any, everything is called by its own name. */
export async function chosenBy(db: Db, groupId: string): Promise<Names> {
  const rows = await db
    .selectFrom('pseudonyms')
    .leftJoin('schools', 'schools.id', 'pseudonyms.schoolId')
    .select(['pseudonyms.kind', 'pseudonyms.schoolId', 'pseudonyms.name', 'pseudonyms.also', 'pseudonyms.pseudonym'])
    .select('schools.name as schoolName')
    .where('pseudonyms.groupId', '=', groupId)
    .where('pseudonyms.removedAt', 'is', null)
    .execute()
  const renamed = rows.filter(row => row.pseudonym !== '')
  if (renamed.length === 0) return ownNames
  const words = renaming(
    renamed.map(row => ({
      names: [
        ...writtenNames(row.name),
        row.schoolName ?? '',
        ...row.also.split('\n'),
        ...shortFormsOfSchool(row.schoolName ?? ''),
      ],
      instead: row.pseudonym,
      isPerson: row.kind === 'person',
    })),
  )
  return namesBy(words, new Map(renamed.flatMap(row => (row.schoolId ? [[row.schoolId, row.pseudonym]] : []))))
}

/** A name as it may be written, one script at a time: بلال احمد (Bilal Ahmed) goes by either. */
function writtenNames(name: string): string[] {
  return [name, ...name.split(/[()[\]/]/)]
}

/**
 * Names that are written by other words.
 * @param schools what a school is called, by its id, also where its name is written in no text
 */
export function namesBy(words: (text: string) => string, schools = new Map<string, string>()): Names {
  const school = ({ id, name }: { id: string; name: string }) => schools.get(id) ?? words(name)
  return { read: written => readBy({ words, school }, written), school, any: true }
}

const notWords = new Set(['href', 'address', 'id', 'field', 'key', 'value', 'kind', 'page', 'aboutId', 'aboutKind'])

function readBy<Shown>(
  by: { words: (text: string) => string; school: (school: { id: string; name: string }) => string },
  written: Shown,
): Read<Shown> {
  const read = (one: unknown): unknown => {
    if (typeof one === 'string') return by.words(one)
    if (Array.isArray(one)) return one.map(read)
    if (one === null || typeof one !== 'object' || Object.getPrototypeOf(one) !== Object.prototype) return one
    const parts = Object.entries(one).map(([name, value]): [string, unknown] => [
      name,
      notWords.has(name) || name.endsWith('Id') ? value : read(value),
    ])
    const whole = Object.fromEntries(parts)
    return isNamed(one) ? { ...whole, name: by.school(one) } : whole
  }
  return read(written) as Read<Shown>
}

function isNamed(one: object): one is { id: string; name: string } {
  return 'id' in one && 'name' in one && typeof one.id === 'string' && typeof one.name === 'string'
}
