import { copyFileSync, rmSync } from 'node:fs'
import { openDatabase } from '../src/database.js'
import { enterCast } from '../src/demo/enter-cast.js'
import { migrate } from '../src/migrate.js'
import { brought } from '../src/rooms.js'
import { bringUpToDate } from '../src/search/keeping.js'
import { beginAnew } from '../src/search/renewing.js'
import { buildOnce } from './built-once.js'
import { chromiumPath } from './finding-chromium.js'
import { emptyDatabase, madeOnce, template } from './made-once.js'

export default async function prepare(): Promise<() => void> {
  installBrowserOnce()
  buildOnce()
  const house = openDatabase(template)
  await migrate(house)
  house.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(template, emptyDatabase)
  await enterCast(house.db)
  await beginAnew(house.db, brought.searchables)
  await bringUpToDate(house.db, brought.searchables)
  house.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  await house.db.destroy()
  return () => rmSync(madeOnce, { recursive: true, force: true, maxRetries: 5 })
}

/** Before the tests run side by side: two of them installing it at once would be in each other's way. */
function installBrowserOnce(): void {
  try {
    chromiumPath()
  } catch {
    // Every test that needs the browser says what is missing; the others can do without.
  }
}
