import type { Selectable } from 'kysely'

/** The link of a fact. It holds no word of it. */
export interface FactLinkTable {
  number: number
  /** Random; gone where the words of the fact were erased, so that nobody can try what they may have been. */
  salt: string | null
  /** The hash of its reason and details, with the salt. */
  words: string
  /** The hash of the link before it, of who did what, and of `words`. */
  hash: string
}
export type FactLink = Selectable<FactLinkTable>

declare module '../../database.js' {
  interface Tables {
    factLinks: FactLinkTable
  }
}
