import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildLook } from '../src/look/build.js'
import { openDatabase } from '../src/database.js'
import { enterCast } from '../src/demo/enter-cast.js'
import { migrate } from '../src/migrate.js'
import { chromiumPath } from './finding-chromium.js'

/** The database that every test file copies: the schema and the cast, made once for a run. */
export const template = process.env.CAST_DATABASE ?? join(tmpdir(), `workbench-cast-${process.pid}.db`)

export default async function prepare(): Promise<() => void> {
  process.env.CAST_DATABASE = template
  installBrowserOnce()
  sweep()
  await buildLook()
  const house = openDatabase(template)
  await migrate(house)
  await enterCast(house.db)
  house.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  await house.db.destroy()
  return sweep
}

function sweep(): void {
  for (const end of ['', '-wal', '-shm']) rmSync(template + end, { force: true })
}

/** Before the tests run side by side: two of them installing it at once would be in each other's way. */
function installBrowserOnce(): void {
  try {
    chromiumPath()
  } catch {
    // Every test that needs the browser says what is missing; the others can do without.
  }
}
