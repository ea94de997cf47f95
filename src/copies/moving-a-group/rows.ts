import type { Kysely } from 'kysely'

/** A row as it stands in the database, by the names of its columns. */
export type Row = Record<string, string | number | null>

/** The database by the names of its tables, for what is done to every table alike. */
export type AnyDb = Kysely<Record<string, Row>>

/** A whole group as one file: its records as rows by table, and what its files must hash to. */
export interface WholeGroup {
  what: 'enquiry-workbench-group'
  format: 1
  /** The newest migration: a copy is read back by the same version of the workbench. */
  schema: string
  takenAt: string
  groupId: string
  tables: Record<string, Row[]>
  /** The SHA-256 of every stored file, by its key. */
  files: Record<string, string>
}
