import type { Db } from '../database.js'
import type { Person } from '../people/person.js'

/** Something of a later room that somebody should settle before they leave a group, and where. */
export interface LeavingNote {
  text: string
  href: string
  action: string
}

export type LeavingNotes = (db: Db, person: Person, groupId: string) => Promise<LeavingNote[]>
