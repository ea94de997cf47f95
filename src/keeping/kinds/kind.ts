import type { Db, Trx } from '../../database.js'
import type { Brought } from '../../room.js'

/** One thing that comes due. */
export interface DueThing {
  /** Its id, by which it is erased. */
  thing: string
  /** The group that it is of; null where it is the network’s. */
  groupId: string | null
  /** A number or a day, never words: `E12`. Empty where the page finds a name itself. */
  label: string
  /** The day from which its period is over. */
  dueOn: string
}

/** What is asked of a kind: whose period has ended, or ends before a day, in an order of its own, of which `after` is the last. */
export interface WhatIsDue {
  networkId: string
  months: number
  /** Due on this day or before. */
  by: string
  /** Only these things: whether they are due still. */
  only?: string[]
  after?: DueThing
  most: number
}

/** A period that a network can choose. */
export type Months = number | null

/** A kind of thing that is kept for a time that the network sets, and then erased. */
export interface KeptKind {
  kind: string
  name: string
  /** What it holds, in a sentence for parents. */
  holds: string
  /** From when the period counts, as it is said behind it: `after the group is closed`. */
  from: string
  /** Why it is kept so long and no longer. */
  because: string
  offered: number[]
  usual: number
  /** What its things are called: one, many. */
  words: [one: string, many: string]
  /** What becomes of one. */
  erased: string
  due(db: Db, asked: WhatIsDue): Promise<DueThing[]>
  /**
   * Erases what it holds; what is left is a record without content. By nobody: the workbench does it.
   * @returns records that the search reads again, where no fact of its own sees to it
   */
  erase(trx: Trx, things: string[], brought: Pick<Brought, 'erases'>): Promise<string[] | void>
  /** Where its own deeds are written into the journal beside the database (src/evidence/withdrawing). */
  hasOwnJournal?: true
}
