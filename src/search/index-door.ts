import type { Db } from '../database.js'
import type { Question } from './asking/question.js'
import type { Entry } from './searchables.js'
import type { SearchEntry } from './tables.js'

/**
 * The door to the index. Behind it stands SQLite's FTS5; PostgreSQL's full text could, with a `tsvector` of the same
 * words. Nothing else of the workbench knows which.
 */
export interface FullText {
  /** Puts a record in, or puts it in again. */
  put(trx: Db, kind: string, entry: Entry): Promise<void>
  /** Takes records out: their words are gone from the index's own tables too. */
  takeOut(trx: Db, kind: string, records: string[]): Promise<void>
  /** The newest records that answer, among those that these readers may come upon. */
  newest(db: Db, wanted: Wanted, after: number | null, most: number): Promise<SearchEntry[]>
  /** The newest records that answer, the closest of them first. */
  closest(db: Db, wanted: Wanted, among: number): Promise<SearchEntry[]>
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
