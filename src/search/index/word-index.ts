import type { RawBuilder } from 'kysely'
import type { Db } from '../../database.js'
import type { Entry } from '../searchables.js'
import type { Term } from '../asking/question.js'
import type { Wanted } from './index-door.js'

/** What SQLite and PostgreSQL do each in their own way: how words are kept, and how they are asked for. */
export interface WordIndex {
  isMade(db: Db): Promise<boolean>
  /** Also where it is there already. */
  make(db: Db): Promise<void>
  /** What the number of an entry is called beside its words. */
  number: string
  keep(trx: Db, number: number, kind: string, entry: Entry): Promise<unknown>
  /** That the words beside it answer. */
  answers(match: string): RawBuilder<boolean>
  /** What answers a question, for whoever asks. */
  matchFor(wanted: Wanted): string
  /** What answers this besides, for whoever asks. */
  narrowed(wanted: Wanted, match: string): string
  /** Every term in the title. */
  inTitle(terms: Term[]): string
  /** Every term as it was typed. */
  asTyped(terms: Term[]): string
  /** All of them in a row. */
  inARow(terms: Term[]): string
}
