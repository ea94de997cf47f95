import type { Db } from '../../database.js'
import { plainly } from '../ways-to-call.js'
import { type Word, wordsIn } from './words-of-a-text.js'

/** Who is no pupil in any text of a network: whoever works in it, and its schools. Loaded once, however many groups are looked at. */
export interface NetworkAround {
  people: { name: string }[]
  schools: Awaited<ReturnType<typeof schoolsAround>>
}

export async function networkAround(db: Db, networkId: string): Promise<NetworkAround> {
  const people = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('people.name')
    .where('networkRoles.networkId', '=', networkId)
    .execute()
  return { people, schools: await schoolsAround(db, networkId) }
}

/**
 * Colleagues in the group by any word of their name; everybody who works in the network by their whole name, and where
 * the words are the network's own by any word of it too.
 */
export async function colleaguesOf(
  db: Db,
  { groupId, networkId }: { groupId: string | null; networkId: string },
  { people: inNetwork }: Pick<NetworkAround, 'people'>,
) {
  const inGroup = await db
    .selectFrom('groupPeople')
    .innerJoin('people', 'people.id', 'groupPeople.personId')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select('people.name')
    .$if(groupId !== null, query => query.where('groupPeople.groupId', '=', groupId))
    .where('groups.networkId', '=', networkId)
    .execute()
  const whole = new Set([...inGroup, ...inNetwork].flatMap(row => writtenNames(row.name)))
  const own = groupId === null ? [...inGroup, ...inNetwork] : inGroup
  const wordsOf = (people: { name: string }[]) =>
    new Set(people.flatMap(row => writtenNames(row.name)).flatMap(name => name.split(' ')))
  return {
    /** Any word of the name of somebody who works in the network: behind an @ it is theirs. */
    anywhere: wordsOf([...inGroup, ...inNetwork]),
    are: wordsOf(own),
    /** How many words of a grown-up's whole name stand here. */
    wholeNameAt: (all: Word[], at: number): number =>
      [4, 3, 2].find(many => {
        const words = all.slice(at, at + many)
        return words.length === many && whole.has(words.map(word => word.said).join(' '))
      }) ?? 0,
  }
}

/** A name as it may be written, one script at a time: بلال احمد (Bilal Ahmed) goes by either. */
function writtenNames(name: string): string[] {
  return name
    .split(/[()[\],/]/)
    .map(part => plainly((part.match(/[\p{L}\p{M}’'-]+/gu) ?? []).join(' ')))
    .filter(Boolean)
}

const kindsOfSchool = new Set(
  'ysgol gynradd uwchradd gyfun y yr the primary infant infants junior juniors secondary high grammar church community catholic cofe school academy college'.split(
    ' ',
  ),
)

/** The schools of the network and their towns; and a school that goes by one word, as the Bryn does. */
async function schoolsAround(db: Db, networkId: string) {
  const schools = await db.selectFrom('schools').select(['name', 'town']).where('networkId', '=', networkId).execute()
  const own = schools.map(({ name }) =>
    wordsIn(name)
      .map(word => word.said)
      .filter(said => !kindsOfSchool.has(said)),
  )
  return {
    names: schools.flatMap(({ name, town }) => [name, town]).filter(name => name.length > 3),
    calledBy: new Set(own.filter(words => words.length === 1).flat()),
  }
}

/** The text with the schools of the network blanked, letter by letter: David in St David’s is nobody's name. */
export function withoutSchools(names: string[], text: string): string {
  return names.reduce((said, name) => said.split(name).join(' '.repeat(name.length)), text)
}
