import type Sqlite from 'better-sqlite3'
import { test } from 'vitest'
import { SqliteEngine } from '../src/database/sqlite.js'
import type { House } from '../src/house.js'
import { postgresServer } from './on-postgres.js'

/** A test of what is SQLite’s alone: its file, its plans, its own index. */
export const testOfSqlite = test.skipIf(postgresServer !== null)

/** The driver beneath, for such tests. @throws on another engine */
export function sqliteOf({ engine }: Pick<House, 'engine'>): Sqlite.Database {
  if (!(engine instanceof SqliteEngine)) throw new Error('This test looks into a SQLite file.')
  return engine.sqlite
}
