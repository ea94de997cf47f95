import type { Db } from '../../database.js'
import type { Question } from '../asking/question.js'
import type { Entry } from '../searchables.js'
import type { SearchEntry } from '../tables.js'

/**
 * The door to the index. Behind it stands SQLite's FTS5, or PostgreSQL's text search with a `tsvector` of the same words.
 * Nothing else of the workbench knows which.
 */
export interface FullText {
  isMade(db: Db): Promise<boolean>
  /** Also where it is there already. */
  make(db: Db): Promise<void>
  /** With everything in it. */
  drop(db: Db): Promise<void>
  /** Puts a record in, or puts it in again. */
  put(trx: Db, kind: string, entry: Entry): Promise<void>
  /** Takes records out: nothing leads to them any more. Their words go when they are cleared. */
  takeOut(trx: Db, kind: string, records: string[]): Promise<void>
  /** Clears the words of some that were taken out from the index's own tables. @returns whether there were any */
  clear(trx: Db, most: number): Promise<boolean>
  /** The newest records that answer, among those that these readers may come upon. */
  newest(db: Db, wanted: Wanted, after: number | null, most: number): Promise<Newest>
  /** The newest records that answer, the closest of them first. */
  closest(db: Db, wanted: Wanted, among: number): Promise<SearchEntry[]>
}

export interface Newest {
  entries: SearchEntry[]
  /** After which number there may be more; null where that was all. */
  next: number | null
}

export interface Wanted {
  question: Pick<Question, 'terms' | 'without'>
  readers: string[]
  /** Each list is one of several; no list narrows nothing. */
  kinds?: string[] | null
  schools?: string[] | null
  groups?: string[] | null
  by?: string[] | null
  stages?: string[] | null
  /** Days, `2026-09-01`, both counted in. */
  from?: string | null
  to?: string | null
}
