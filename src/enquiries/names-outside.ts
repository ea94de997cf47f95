import type { Db } from '../database.js'
import type { Person } from '../people/person.js'

/** How this reader meets the names of schools and people in a group's words: as they are, or by the group's pseudonyms. */
export type NamesOutside = (db: Db, person: Person) => (groupId: string) => Promise<(text: string) => string>

let outside: NamesOutside = () => () => Promise.resolve(text => text)

/** Pseudonyms belong to a later room, which says here how they are written. */
export function callOutsidersBy(names: NamesOutside): void {
  outside = names
}

export function wordsFor(db: Db, person: Person, groupId: string): Promise<(text: string) => string> {
  return outside(db, person)(groupId)
}

/** The same for a page that shows several groups. */
export function wordsByGroup(db: Db, person: Person): (groupId: string) => Promise<(text: string) => string> {
  return outside(db, person)
}

const notWords = new Set(['href', 'address', 'id', 'field', 'key', 'value', 'kind', 'page', 'aboutId', 'aboutKind'])

/** Every word of something that is shown, in other words; addresses and ids stay as they are. */
export function saidIn<Shown>(shown: Shown, words: (text: string) => string): Shown {
  if (typeof shown === 'string') return words(shown) as Shown
  if (Array.isArray(shown)) return shown.map(one => saidIn(one as unknown, words)) as Shown
  if (shown === null || typeof shown !== 'object' || Object.getPrototypeOf(shown) !== Object.prototype) return shown
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [
      name,
      notWords.has(name) ? (value as unknown) : saidIn(value as unknown, words),
    ]),
  ) as Shown
}
