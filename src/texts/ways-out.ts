import type { Db, Trx } from '../database.js'
import type { Reader } from '../names/reader.js'
import type { Instead } from './instead.js'

/** Words of a group that one press would show to people outside it. */
export interface Leaving {
  groupId: string
  networkId: string
  /** Each of them, and what a name in it is let be in, such as `/evidence/abc`. */
  texts: { words: string; place: string }[]
  /** Where they are changed by hand. */
  page: string
  /** Writes them anew, and whatever they said before too; without it they are changed by hand alone. */
  reword?(trx: Trx, changesIn: (words: string) => Instead[]): Promise<void>
}

/** A way by which words leave their group: a form that is sent to an address such as `/evidence/:id/sharing`. */
export interface WayOut {
  at: string
  /**
   * What leaves; undefined where nothing does, or where this person may not let it go, which its route says.
   * @param at the words of the address, by their names; those behind its question mark too
   */
  leaving(
    db: Db,
    person: Reader,
    at: Record<string, string>,
    fields: Record<string, unknown>,
  ): Promise<Leaving | undefined>
}
