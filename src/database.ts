import type { Kysely, Transaction } from 'kysely'
import { type AtOneMoment, type Engine, isPostgres } from './database/engine.js'
import { openPostgres } from './database/postgres.js'
import { openSqlite, type SqliteEngine } from './database/sqlite.js'
import type { Turns } from './database/turns.js'

/** Every room adds its tables here, from its own tables.ts. */
// oxlint-disable-next-line typescript/no-empty-object-type
export interface Tables {}

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

export type TableWithIds = { [Name in keyof Tables]: Tables[Name] extends { id: string } ? Name : never }[keyof Tables]

/** A table whose rows belong to a group each. */
export type TableOfAGroup = {
  [Name in TableWithIds]: Tables[Name] extends { groupId: unknown } ? Name : never
}[TableWithIds]

export interface OpenDatabase<Kind extends Engine = Engine> {
  db: Db
  /** What SQLite and PostgreSQL do each in their own way. */
  engine: Kind
}

const turnsOf = new WeakMap<Db, Turns>()
const momentsOf = new WeakMap<Db, AtOneMoment<Tables>>()

/**
 * Opens a database: a SQLite file by its path, or a PostgreSQL database by its address.
 * @throws a sentence where a file does not keep the promises of durability and erasure
 */
export function openDatabase(address: string): OpenDatabase {
  return isPostgres(address) ? known(openPostgres<Tables>(address)) : openFile(address)
}

/** The same for a file alone. */
export function openFile(path: string): OpenDatabase<SqliteEngine> {
  return known(openSqlite<Tables>(path))
}

function known<Kind extends Engine>({
  turns,
  atOneMoment,
  ...opened
}: OpenDatabase<Kind> & { turns: Turns; atOneMoment: AtOneMoment<Tables> }): OpenDatabase<Kind> {
  turnsOf.set(opened.db, turns)
  momentsOf.set(opened.db, atOneMoment)
  return opened
}

/**
 * All of it, or nothing: what a deed writes is committed together, and then followed.
 * @throws a sentence where the deed asks the database past its own transaction, for which it would wait for ever
 */
export function inOne<Result>(db: Db, deed: (trx: Trx) => Promise<Result>): Promise<Result> {
  const turns = turnsOf.get(db)
  if (!turns) return db.transaction().execute(deed)
  const transaction = () => db.transaction().execute(trx => turns.within(() => deed(trx)))
  return turns.areAtTheDoor ? turns.inTurn(transaction) : transaction()
}

/**
 * What is composed of many questions is of one state of the database, whatever others write meanwhile; they need not wait for it. In
 * a deed it is of the state that the deed sees.
 */
export function atOneMoment<Result>(db: Db, reading: (db: Db) => Promise<Result>): Promise<Result> {
  turnsOf.get(db)?.refuseWithin()
  return momentsOf.get(db)?.(reading) ?? reading(db)
}
