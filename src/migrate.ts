import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Kysely, sql, type Transaction } from 'kysely'
import { inOne, type OpenDatabase } from './database.js'
import { onlyGrowing } from './database/only-growing.js'
import { knownMigrations, migrationFiles, migrationsFolder } from './known-migrations.js'
import { dropTriggersFromBeforeFacts, prepareSearch } from './search/preparing.js'
import { brought } from './rooms.js'
import type { Searchable } from './search/searchables.js'

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
export function migrate(opened: OpenDatabase, searchables: Searchable[] = brought.searchables): Promise<string[]> {
  return opened.engine.alone(() => bringUpToDate(opened, searchables))
}

async function bringUpToDate({ db, engine }: OpenDatabase, searchables: Searchable[]): Promise<string[]> {
  await engine.prepare()
  await sql`create table if not exists migrations (name text primary key, ran_at text not null)`.execute(db)
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  const ran = new Set(rows.map(row => row.name))
  const known = migrationFiles()
  const names = knownMigrations()

  const unknown = [...ran].filter(name => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `This database was made by a newer version of the workbench (it has ${unknown.join(', ')}). Start that version, or put back the backup made before the upgrade: npm run restore -- FILE.`,
    )
  }

  const waiting = names.filter(name => !ran.has(name))
  if (ran.size > 0 && waiting.length > 0) await engine.copyBefore(waiting[0]!)
  await dropTriggersFromBeforeFacts(db)
  for (const name of waiting)
    await runOne(
      { db, engine },
      name,
      known.find(file => file.startsWith(name + '.'))!,
    )
  await engine.guard(onlyGrowing)
  await prepareSearch(db, searchables, { empty: ran.size === 0, changed: waiting.length > 0 })
  return waiting
}

function runOne({ db, engine }: OpenDatabase, name: string, file: string): Promise<void> {
  return inOne(db, async trx => {
    const migration = (await import(pathToFileURL(join(migrationsFolder, file)).href)) as Migration
    await engine.deferPointers(trx as unknown as Transaction<unknown>)
    await migration.up(trx.withoutPlugins() as unknown as Kysely<unknown>)
    const dangling = await engine.dangling(trx as unknown as Transaction<unknown>)
    if (dangling > 0)
      throw new Error(`The migration ${name} would leave ${dangling} dangling references; nothing was changed.`)
    await sql`insert into migrations (name, ran_at) values (${name}, ${new Date().toISOString()})`.execute(trx)
  })
}
