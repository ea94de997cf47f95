import { existsSync, statSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { copyDatabase } from '../backups/copying-the-database.js'
import { keepGeneration, refuseStrangeLog } from '../backups/generation.js'
import { keepToOurselves } from '../only-ours.js'
import { makeFolder } from '../places-on-disk.js'
import { type AtOneMoment, byTable, type Engine } from './engine.js'
import { KeptStatements } from './statements.js'
import { askedInTurns } from './sqlite-driver.js'
import type { Turns } from './turns.js'

// WAL falls back to synchronous=NORMAL on every reopen and then loses acknowledged work at a power cut; without
// secure_delete a deleted pupil's name stays readable in the file. So all four are set, and read back, at every open.
const promises = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
] as const

/**
 * Opens the SQLite file, making its folder if need be.
 * @throws when the file does not keep one of the four promises of durability and erasure, or lies beside the log of another.
 */
export function openSqlite<Tables>(path: string): {
  db: Kysely<Tables>
  engine: SqliteEngine
  turns: Turns
  atOneMoment: AtOneMoment<Tables>
} {
  const inFile = path !== ':memory:'
  if (inFile) {
    if (existsSync(path) && statSync(path).isDirectory())
      throw new Error(`${path} is a folder, and the database must be a file in one.`)
    makeFolder(dirname(path))
    refuseStrangeLog(path)
    keepToOurselves(path)
  }
  const sqlite = new Sqlite(path, { timeout: 5000 })
  for (const [name, wanted, expected] of promises) {
    try {
      sqlite.pragma(`${name} = ${wanted}`)
    } catch (error) {
      sqlite.close()
      if ((error as { code?: string }).code !== 'SQLITE_NOTADB') throw error
      throw new Error(`The file at ${path} is no SQLite database. It was left as it is.`, { cause: error })
    }
    const found: unknown = sqlite.pragma(name, { simple: true })
    if (inFile && found !== expected) {
      sqlite.close()
      throw new Error(`The database at ${path} does not keep ${name}=${wanted} (it says ${String(found)}).`)
    }
  }
  if (inFile) keepGeneration(sqlite, path)
  const asked = askedInTurns<Tables>(new KeptStatements(sqlite))
  const atOneMoment: AtOneMoment<Tables> = reading => (inFile ? besides(path, reading) : reading(asked.db))
  return { ...asked, engine: new SqliteEngine(sqlite), atOneMoment }
}

/** The log keeps what was there when a connection of its own began to read. */
async function besides<Tables, Result>(
  path: string,
  reading: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const { db } = askedInTurns<Tables>(new KeptStatements(new Sqlite(path, { readonly: true, timeout: 5000 })))
  try {
    return await db.transaction().execute(reading)
  } finally {
    await db.destroy()
  }
}

/** One file, one process, and a log beside it. */
export class SqliteEngine implements Engine {
  readonly kind = 'sqlite'

  constructor(
    /** The driver beneath, for what is SQLite’s alone: backups, looking through the file, tests. */
    readonly sqlite: Sqlite.Database,
  ) {}

  /** The file has one program (lock.ts). */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    return work()
  }

  prepare(): Promise<void> {
    return Promise.resolve()
  }

  guard(tables: readonly string[]): Promise<void> {
    for (const table of tables)
      for (const change of ['update', 'delete'])
        this.sqlite.exec(`create trigger if not exists ${table}_no_${change} before ${change} on ${table}
          begin select raise(abort, 'the ${table} only grows'); end`)
    return Promise.resolve()
  }

  async lifted(_trx: unknown, tables: readonly string[], work: () => Promise<void>): Promise<void> {
    for (const table of tables)
      for (const change of ['update', 'delete']) this.sqlite.exec(`drop trigger if exists ${table}_no_${change}`)
    await work()
    await this.guard(tables)
  }

  async copyBefore(migration: string): Promise<void> {
    const { memory, name } = this.sqlite
    if (memory || !existsSync(name)) return
    makeFolder(dirname(this.copies))
    const copy = this.copies + migration
    keepToOurselves(copy)
    await copyDatabase(name, copy)
  }

  async forgetCopies(madeBefore: Date): Promise<void> {
    const folder = dirname(this.copies)
    for (const name of await readdir(folder).catch(unlessMissing)) {
      const path = join(folder, name)
      if (!path.startsWith(this.copies) || (await stat(path)).mtime >= madeBefore) continue
      await rm(path, { force: true })
    }
  }

  /** How the paths of the copies begin that were made before an upgrade. */
  private get copies(): string {
    const { name } = this.sqlite
    return join(dirname(name), 'backups', `${basename(name)}.before-`)
  }

  deferPointers(): Promise<void> {
    this.sqlite.pragma('defer_foreign_keys = ON')
    return Promise.resolve()
  }

  dangling(): Promise<number> {
    return Promise.resolve((this.sqlite.pragma('foreign_key_check') as unknown[]).length)
  }

  pointers(tables: string[]): Promise<{ table: string; column: string; to: string }[]> {
    const said = tables.flatMap(table =>
      (this.sqlite.pragma(`foreign_key_list(${table})`) as { from: string; table: string }[]).map(one => ({
        table,
        column: one.from,
        to: one.table,
      })),
    )
    return Promise.resolve(said)
  }

  keys(): Promise<Map<string, string[]>> {
    const rows = this.sqlite
      .prepare(
        `select tables.name as "table", columns.name as "column" from sqlite_master as tables, pragma_table_info(tables.name) as columns
        where tables.type = 'table' and columns.pk > 0 order by tables.name, columns.pk`,
      )
      .all() as { table: string; column: string }[]
    return Promise.resolve(byTable(rows))
  }

  /** Pages that the log still holds go with it, between two deeds: within one it would be refused. */
  async forgetErased(): Promise<void> {
    for (let tries = 0; this.sqlite.inTransaction && tries < 400; tries++)
      await new Promise(resolve => setTimeout(resolve, 5))
    // Whoever reads in a connection of their own, such as a backup, keeps the log for as long.
    for (let tries = 0; tries < 20; tries++) {
      const [{ busy }] = this.sqlite.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
      if (busy === 0) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  /** With secure_delete too, a page that was filled anew keeps old cells in the gap between its pointers and its content. */
  async writeAnew(): Promise<void> {
    await this.forgetErased()
    this.sqlite.exec('vacuum')
    await this.forgetErased()
    await this.forgetCopies(new Date(Date.now() + 1000))
  }

  bytesToWrite(): number {
    const of = (name: string) => Number(this.sqlite.pragma(name, { simple: true }))
    return of('page_count') * of('page_size')
  }

  /** A second program is not let near the file (lock.ts). */
  /** A second instance is refused. */
  runsAs(): Promise<void> {
    return Promise.resolve()
  }

  leads(): Promise<boolean> {
    return Promise.resolve(true)
  }

  tellLeader(): Promise<void> {
    return Promise.resolve()
  }

  hearTold(): void {}

  rest(): Promise<void> {
    return this.forgetErased()
  }

  /** Then the promise of every open database is made again, and read back. */
  async quickly(work: () => Promise<void>): Promise<void> {
    this.sqlite.pragma('synchronous = OFF')
    try {
      await work()
    } finally {
      this.sqlite.pragma('wal_checkpoint(TRUNCATE)')
      this.sqlite.pragma('synchronous = FULL')
    }
    if (this.sqlite.pragma('synchronous', { simple: true }) !== 2)
      throw new Error('The database does not wait for the disk.')
  }
}

function unlessMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code !== 'ENOENT') throw error
  return []
}
