import { askedTogether } from '../asked-once.js'
import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { folded } from '../words/folded.js'
import { formerNamesOfSchools, renamedPeopleIn } from './former-names.js'
import { renaming } from './renaming.js'
import { shortFormsOfSchool } from './short-names.js'
import type { Read } from './written.js'
import type { Pseudonym } from './tables.js'

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
  /** What schools and people are called under these names, where that is not their own. */
  schools: string[]
  people: string[]
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
  schools: [],
  people: [],
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
  return booked(askedTogether(chosenByEach))
}

/** Under which names each group is read, worked out once. @param chosen its pseudonyms; shared by two books */
export function booked(chosen: Chosen, namesOf = chosen): NamesBook {
  const known = new Map<string, Promise<Names>>()
  return {
    namesIn(db, groupId) {
      const found = known.get(groupId) ?? namesOf(db, groupId).then(names => names ?? ownNames)
      known.set(groupId, found)
      return found
    },
  }
}

/** The pseudonyms that a group has chosen; undefined where it has none. */
export type Chosen = (db: Db, groupId: string) => Promise<Names | undefined>

/** The pseudonyms that a group has chosen; without any, everything is called by its own name. */
export async function chosenBy(db: Db, groupId: string): Promise<Names> {
  return (await chosenByEach(db, [groupId])).get(groupId) ?? ownNames
}

/** The pseudonyms that these groups have chosen; those that have none are left out. */
export async function chosenByEach(db: Db, groupIds: string[]): Promise<Map<string, Names>> {
  const rows = await pseudonymsIn(db, { groupIds })
  const namesOf = await allNamesIn(db, rows)
  const byGroup = new Map<string, Renaming[]>()
  for (const { groupId, ...row } of rows)
    byGroup.set(groupId, [...(byGroup.get(groupId) ?? []), { ...row, names: namesOf({ groupId, ...row }) }])
  return new Map([...byGroup].map(([groupId, renamed]) => [groupId, namesFrom(renamed)]))
}

const pseudonymsIn = asksWith((db, { groupIds }: Slots<{ groupIds: string[] }>) =>
  db
    .selectFrom('pseudonyms')
    .leftJoin('schools', 'schools.id', 'pseudonyms.schoolId')
    .select(['pseudonyms.groupId', 'pseudonyms.kind', 'pseudonyms.schoolId', 'pseudonyms.name', 'pseudonyms.also'])
    .select(['pseudonyms.pseudonym', 'schools.name as schoolName'])
    .where('pseudonyms.groupId', 'in', groupIds)
    .where('pseudonyms.removedAt', 'is', null)
    .where('pseudonyms.pseudonym', '<>', ''),
)

type ChosenRow = Pick<Pseudonym, 'groupId' | 'kind' | 'schoolId' | 'name' | 'also'> & { schoolName: string | null }
type Renaming = Pick<Pseudonym, 'kind' | 'schoolId' | 'pseudonym'> & { names: string[] }

/** A name, the other ways to write it, and whatever its school or its person is or was called besides. */
async function allNamesIn(db: Db, rows: ChosenRow[]): Promise<(row: ChosenRow) => string[]> {
  const schoolIds = rows.flatMap(row => row.schoolId ?? [])
  const groupIds = [...new Set(rows.filter(row => row.kind === 'person').map(row => row.groupId))]
  const schools = schoolIds.length > 0 ? await formerNamesOfSchools(db, schoolIds) : new Map<string, string[]>()
  const people = groupIds.length > 0 ? await renamedPeopleIn(db, groupIds) : []
  return ({ groupId, kind, schoolId, name, also, schoolName }) => {
    const ofSchool = [...(schoolName ? [schoolName] : []), ...(schools.get(schoolId ?? '') ?? [])]
    const own = [...writtenNames(name), ...also.split('\n')]
    const known = new Set(own.map(folded))
    const isTheirs = (one: { groupId: string; names: string[] }) =>
      kind === 'person' && one.groupId === groupId && one.names.some(called => known.has(folded(called)))
    const ofPerson = people.filter(isTheirs).flatMap(one => one.names.flatMap(writtenNames))
    return [...own, ...ofSchool, ...ofSchool.flatMap(shortFormsOfSchool), ...ofPerson]
  }
}

function namesFrom(renamed: Renaming[]): Names {
  const words = renaming(
    renamed.map(({ names, pseudonym, kind }) => ({ names, instead: pseudonym, isPerson: kind === 'person' })),
  )
  const schools = new Map(renamed.flatMap(row => (row.schoolId ? [[row.schoolId, row.pseudonym]] : [])))
  const people = renamed.flatMap(row => (row.kind === 'person' ? [row.pseudonym] : []))
  return namesBy(words, schools, people)
}

/** A name as it may be written, one script at a time: بلال احمد (Bilal Ahmed) goes by either. */
function writtenNames(name: string): string[] {
  return [name, ...name.split(/[()[\]/]/)]
}

/**
 * Names that are written by other words.
 * @param schools what a school is called, by its id, also where its name is written in no text
 * @param people what people are called
 */
export function namesBy(
  words: (text: string) => string,
  schools = new Map<string, string>(),
  people: string[] = [],
): Names {
  const school = ({ id, name }: { id: string; name: string }) => schools.get(id) ?? words(name)
  return {
    read: written => readBy({ words, school }, written),
    school,
    any: true,
    schools: [...schools.values()],
    people,
  }
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
