import type { Kysely } from 'kysely'

/** A row as it stands in the database, by the names of its columns. */
export type Row = Record<string, string | number | null>

/** The database by the names of its tables, for what is done to every table alike. */
export type AnyDb = Kysely<Record<string, Row>>
