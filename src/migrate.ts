import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type Sqlite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { copyDatabase } from './backups/copying-the-database.js'
import { guardMemory, type OpenDatabase } from './database.js'
import { knownMigrations, migrationFiles, migrationsFolder } from './known-migrations.js'
import { dropTriggersFromBeforeFacts, prepareSearch } from './search/preparing.js'
import { brought } from './rooms.js'
import type { Searchable } from './search/searchables.js'
import { keepToOurselves } from './only-ours.js'

interface Migration {
  up(db: Kysely<unknown>): Promise<void>
}

/**
 * Brings the database to this program's schema: a backup first when there is something to lose, then each migration in
 * a transaction of its own, checked for dangling references before it is committed.
 * @param searchables what can be found, when it is not that of src/rooms.ts
 * @returns the names of the migrations that ran.
 * @throws when the database was made by a newer program than this one.
 */
export async function migrate(
  { db, sqlite }: OpenDatabase,
  searchables: Searchable[] = brought.searchables,
): Promise<string[]> {
  sqlite.exec('create table if not exists migrations (name text primary key, ran_at text not null)')
  const ran = new Set((sqlite.prepare('select name from migrations').all() as { name: string }[]).map(row => row.name))
  const known = migrationFiles()
  const names = knownMigrations()

  const unknown = [...ran].filter(name => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `This database was made by a newer version of the workbench (it has ${unknown.join(', ')}). Start that version, or put back the backup made before the upgrade: npm run restore -- FILE.`,
    )
  }

  const waiting = names.filter(name => !ran.has(name))
  if (ran.size > 0 && waiting.length > 0) await backUpBefore(sqlite, waiting[0]!)
  dropTriggersFromBeforeFacts(sqlite)
  for (const name of waiting)
    await runOne(
      { db, sqlite },
      name,
      known.find(file => file.startsWith(name + '.'))!,
    )
  guardMemory(sqlite)
  prepareSearch(sqlite, searchables, { empty: ran.size === 0, changed: waiting.length > 0 })
  return waiting
}

async function runOne({ db, sqlite }: OpenDatabase, name: string, file: string): Promise<void> {
  const migration = (await import(pathToFileURL(join(migrationsFolder, file)).href)) as Migration
  await db.transaction().execute(async trx => {
    await migration.up(trx.withoutPlugins() as unknown as Kysely<unknown>)
    const dangling = sqlite.pragma('foreign_key_check') as unknown[]
    if (dangling.length > 0)
      throw new Error(`The migration ${name} would leave ${dangling.length} dangling references; nothing was changed.`)
    await sql`insert into migrations (name, ran_at) values (${name}, ${new Date().toISOString()})`.execute(trx)
  })
}

async function backUpBefore(sqlite: Sqlite.Database, name: string): Promise<void> {
  if (sqlite.memory || !existsSync(sqlite.name)) return
  const backups = join(dirname(sqlite.name), 'backups')
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  const copy = join(backups, `${basename(sqlite.name)}.before-${name}`)
  keepToOurselves(copy)
  await copyDatabase(sqlite.name, copy)
}
