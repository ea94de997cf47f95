import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Kysely, Transaction } from 'kysely'
import { keepGeneration, refuseStrangeLog } from './backups/generation.js'
import { KeptStatements } from './database-statements.js'
import { askedInTurns, type Turns } from './database-turns.js'
import { keepToOurselves } from './only-ours.js'

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

export interface OpenDatabase {
  db: Db
  /** The driver beneath, for what differs between databases: backup, pragmas, checkpoints. */
  sqlite: Sqlite.Database
}

// WAL falls back to synchronous=NORMAL on every reopen and then loses acknowledged work at a power cut; without
// secure_delete a deleted pupil's name stays readable in the file. So all four are set, and read back, at every open.
const promises = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
] as const

const turnsOf = new WeakMap<Db, Turns>()

/**
 * Opens the SQLite file, making its folder if need be.
 * @throws when the file does not keep one of the four promises of durability and erasure, or lies beside the log of another.
 */
export function openDatabase(path: string): OpenDatabase {
  const inFile = path !== ':memory:'
  if (inFile) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    refuseStrangeLog(path)
    keepToOurselves(path)
  }
  const sqlite = new Sqlite(path, { timeout: 5000 })
  for (const [name, wanted, expected] of promises) {
    sqlite.pragma(`${name} = ${wanted}`)
    const found: unknown = sqlite.pragma(name, { simple: true })
    if (inFile && found !== expected) {
      sqlite.close()
      throw new Error(`The database at ${path} does not keep ${name}=${wanted} (it says ${String(found)}).`)
    }
  }
  if (inFile) keepGeneration(sqlite, path)
  const { db, turns } = askedInTurns<Tables>(new KeptStatements(sqlite))
  turnsOf.set(db, turns)
  return { db, sqlite }
}

/**
 * All of it, or nothing: what a deed writes is committed together, and then followed.
 * @throws a sentence where the deed asks the database past its own transaction, for which it would wait for ever
 */
export function inOne<Result>(db: Db, deed: (trx: Trx) => Promise<Result>): Promise<Result> {
  const turns = turnsOf.get(db)
  return db.transaction().execute(trx => (turns ? turns.within(() => deed(trx)) : deed(trx)))
}

/** Nothing that people did may be rewritten: the audit trail and the history only grow. */
export function guardMemory(sqlite: Sqlite.Database): void {
  for (const table of ['audit', 'facts', 'history', 'coding_acts', 'coding_changes']) {
    for (const change of ['update', 'delete']) {
      sqlite.exec(`create trigger if not exists ${table}_no_${change} before ${change} on ${table}
        begin select raise(abort, 'the ${table} only grows'); end`)
    }
  }
}
