import type { Db } from '../database.js'
import type { Typed } from './noticing.js'

/**
 * Whose the words are that are typed at an address: a group's, or a network's as a whole.
 * @returns undefined where no names are noticed: in keys, pseudonyms, lists of works and the like names belong
 */
export type WhoseWords = (db: Db, address: string, fields: Record<string, unknown>) => Promise<Typed | undefined>

/** Finds the group of the thing whose id stands in an address. */
export type GroupOf = (db: Db, id: string, rest: string[]) => Promise<string | undefined>
