import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { openFile } from '../../src/database.js'
import { migrationFiles, migrationsFolder } from '../../src/known-migrations.js'

/** The last migration of what stood there before files had texts, copies, a search, facts and all the later rooms. */
const lastOfThen = '2026-11-22-0240'
const rowsOfEach = 24

/**
 * A database as an early version left it, with rows in every table that it had.
 * @returns how many migrations have run in it
 */
export async function makeOlderDatabase(path: string): Promise<number> {
  const { db, engine } = openFile(path)
  const then = migrationFiles().filter(file => file.slice(0, lastOfThen.length) <= lastOfThen)
  engine.sqlite.exec('create table migrations (name text primary key, ran_at text not null)')
  for (const file of then) {
    const { up } = (await import(join(migrationsFolder, file))) as { up(db: Kysely<unknown>): Promise<void> }
    await up(db.withoutPlugins() as unknown as Kysely<unknown>)
    engine.sqlite
      .prepare('insert into migrations values (?, ?)')
      .run(file.replace(/\.[jt]s$/, ''), '2026-11-24T09:00:00.000Z')
  }
  engine.sqlite.transaction(() => tablesParentsFirst(engine.sqlite).forEach(table => fill(engine.sqlite, table)))()
  if ((engine.sqlite.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('The rows point at nothing.')
  await engine.rest()
  await db.destroy()
  return then.length
}

/** Every table of a file but those that SQLite and the index keep for themselves. */
export function tablesIn(sqlite: Sqlite.Database): string[] {
  const rows = sqlite
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like 'search\\_words%' escape '\\' order by name`,
    )
    .all() as { name: string }[]
  return rows.map(row => row.name)
}

/** What a table holds, whatever the order of its rows; keys that are drawn by lot, and moments of today, are not told apart. */
export function rowsOf(sqlite: Sqlite.Database, table: string): string[] {
  const rows = sqlite.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]
  return rows
    .map(row =>
      JSON.stringify(row)
        .replaceAll(/"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"/g, '"by lot"')
        .replaceAll(/"\d{4}-\d\d-\d\dT(?!09:00:00\.000Z)[\d:.]+Z"/g, '"just now"'),
    )
    .sort()
}

/** Tables, indexes and triggers, as they were said. */
export function schemaOf(sqlite: Sqlite.Database): string[] {
  const rows = sqlite.prepare(`select sql from sqlite_master where sql is not null order by sql`).all() as {
    sql: string
  }[]
  return rows.map(row => row.sql)
}

function tablesParentsFirst(sqlite: Sqlite.Database): string[] {
  const done: string[] = []
  const waiting = new Set(tablesIn(sqlite).filter(table => table !== 'migrations' && table !== 'settings'))
  while (waiting.size > 0) {
    const ready = [...waiting].filter(table =>
      pointersOf(sqlite, table).every(one => one.table === table || done.includes(one.table)),
    )
    for (const table of ready) waiting.delete(table)
    done.push(...ready)
  }
  return done
}

function pointersOf(sqlite: Sqlite.Database, table: string): { from: string; table: string }[] {
  return sqlite.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[]
}

/** Row after row, each pointing at the row of the same number wherever it points. */
function fill(sqlite: Sqlite.Database, table: string): void {
  const columns = sqlite.pragma(`table_info("${table}")`) as {
    name: string
    type: string
    notnull: number
    pk: number
  }[]
  const pointers = new Map(pointersOf(sqlite, table).map(one => [one.from, one.table]))
  const insert = sqlite.prepare(`insert into "${table}" values (${columns.map(() => '?').join(', ')})`)
  for (let number = 1; number <= rowsOfEach; number++)
    insert.run(
      columns.map(({ name, type, notnull, pk }, place) =>
        // What may be left out is left out here and there, and in each row elsewhere.
        notnull === 0 && pk === 0 && (number >> (place % 5)) % 2 === 1
          ? null
          : cell({ table, name, type: type.toLowerCase(), to: pointers.get(name) }, number),
      ),
    )
}

interface Cell {
  table: string
  name: string
  type: string
  to: string | undefined
}

function cell({ table, name, type, to }: Cell, number: number): unknown {
  if (to) return to === table ? null : `${to}-${number}`
  if (name === 'id') return `${table}-${number}`
  if (name === 'document')
    return JSON.stringify({ titlePage: { heading: 'An edition', lines: ['Two schools'] }, parts: [] })
  if (name === 'of_kind') return 'write-up'
  if (name === 'of_id') return `write_ups-${number}`
  if (type !== 'text') return number
  if (name === 'audience') return ['group', 'school', 'network', 'outside', 'public'][number % 5]
  if (/_at$|^at$/.test(name)) return `2026-11-${String(1 + (number % 20)).padStart(2, '0')}T09:00:00.000Z`
  if (/_on$|^until$/.test(name)) return `2026-11-${String(1 + (number % 20)).padStart(2, '0')}`
  return `${name} ${number} of ${table}`
}
