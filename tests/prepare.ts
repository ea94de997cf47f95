import { copyFileSync, rmSync } from 'node:fs'
import { openDatabase, type OpenDatabase, openFile } from '../src/database.js'
import { enterCast } from '../src/demo/enter-cast.js'
import { migrate } from '../src/migrate.js'
import { brought } from '../src/rooms.js'
import { bringUpToDate } from '../src/search/keeping.js'
import { beginAnew } from '../src/search/renewing.js'
import { buildOnce } from './built-once.js'
import { chromiumPath } from './finding-chromium.js'
import { emptyDatabase, madeOnce, template } from './made-once.js'
import { addressOf, castOnServer, dropDatabase, makeDatabase, postgresServer } from './on-postgres.js'

export default async function prepare(): Promise<() => void> {
  installBrowserOnce()
  buildOnce()
  const house = openFile(template)
  await migrate(house)
  await house.engine.forgetErased()
  copyFileSync(template, emptyDatabase)
  await fill(house)
  await house.engine.forgetErased()
  await house.db.destroy()
  if (postgresServer) await prepareServer()
  return () => {
    rmSync(madeOnce, { recursive: true, force: true, maxRetries: 5 })
    if (postgresServer) dropDatabase(castOnServer)
  }
}

async function prepareServer(): Promise<void> {
  makeDatabase(castOnServer)
  const house = openDatabase(addressOf(castOnServer))
  await migrate(house)
  await fill(house)
  await house.db.destroy()
}

async function fill({ db }: OpenDatabase): Promise<void> {
  await enterCast(db)
  await beginAnew(db, brought.searchables)
  await bringUpToDate(db, brought.searchables)
}

/** Before the tests run side by side: two of them installing it at once would be in each other's way. */
function installBrowserOnce(): void {
  try {
    chromiumPath()
  } catch {
    // Every test that needs the browser says what is missing; the others can do without.
  }
}
