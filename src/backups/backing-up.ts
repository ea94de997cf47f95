import { accessSync, constants, existsSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openDatabase, openFile } from '../database.js'
import { isPostgres } from '../database/engine.js'
import type { Environment } from '../environment.js'
import { migrate } from '../migrate.js'
import { sha256Of } from '../files/sha256.js'
import type { Store } from '../files/store.js'
import { openStore } from '../files/stores/opening.js'
import { isThere, makeFolder } from '../places-on-disk.js'
import { now } from '../web/now.js'
import { copyDatabase } from './copying-the-database.js'
import { filesNamedIn } from './files-named.js'
import { moveRows } from './moving-rows.js'
import { type Medium, plainMedium, sealedMedium } from './medium.js'

/**
 * The database first, then the files that it names, so that every row of the copy finds its bytes. It may run while the
 * workbench is open, and ends however much is written meanwhile. In a folder that holds an older backup only what is new
 * is copied.
 * @param tell what to say meanwhile
 * @param passphrase under which all of it is sealed; null leaves it as it is
 * @returns where it is, and how many named files had no bytes any more
 */
export async function backUp(
  { database, beside, uploads, bucket }: Pick<Environment, 'database' | 'beside' | 'uploads' | 'bucket'>,
  folder: string,
  tell: (words: string) => void,
  passphrase: string | null = null,
): Promise<{ to: string; files: number; missing: number }> {
  if (!isPostgres(database) && !isThere(database))
    throw new Error(`There is no database at ${database}, so nothing was backed up.`)
  const to = resolve(folder)
  if (isThere(to) && !statSync(to).isDirectory())
    throw new Error(`${to} is a file. Name a folder for the backup; it is made if it is not there.`)
  refuseLivePlaces(to, { database, uploads, bucket })
  makeWritable(to)
  const medium = passphrase === null ? plainMedium(to) : await sealedMedium(to, passphrase, dirname(beside))
  try {
    const copy = medium.database
    if (isPostgres(database)) await copyFromServer(database, copy, tell)
    else
      await copyDatabase(
        database,
        copy,
        every(10, part => tell(`${Math.round(part * 100)} % of the database`)),
      )
    const named = namedIn(copy).map(one => one.key)
    const files = await copyFiles(await openStore({ uploads, bucket }, tell), medium, named, tell)
    const journal = `${beside}.withdrawals`
    const missing = named.filter(key => !(key in files))
    const kept = { bytes: statSync(copy).size, sha256: await sha256Of(copy) }
    await medium.finish(existsSync(journal) ? journal : null, { madeAt: now(), database: kept, files, missing })
    return { to, files: named.length - missing.length, missing: missing.length }
  } finally {
    medium.leave()
  }
}

/** @throws a sentence where whoever runs this may not write there */
function makeWritable(to: string): void {
  try {
    makeFolder(to)
    accessSync(to, constants.W_OK)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new Error(`Nothing can be written in ${to} (${code}): give it to the account that runs the workbench.`, {
      cause: error,
    })
  }
}

/** A backup beside the live database, or among its files, would take the place of what it is a backup of. @throws a sentence */
function refuseLivePlaces(
  to: string,
  { database, uploads, bucket }: Pick<Environment, 'database' | 'uploads' | 'bucket'>,
) {
  const place = (path: string) => (existsSync(path) ? realpathSync(path) : resolve(path))
  const live = [
    ...(isPostgres(database) ? [] : [dirname(place(database))]),
    ...(bucket ? [] : [place(uploads), dirname(place(uploads))]),
  ]
  const own = place(to)
  const isAmongFiles = !bucket && `${own}/`.startsWith(`${place(uploads)}/`)
  if (live.includes(own) || isAmongFiles)
    throw new Error(
      `${to} is where the workbench itself keeps its database or files. Name another folder for the backup.`,
    )
}

/** What a server holds becomes a SQLite file like any other backup: looked through, and put back, in the same way. */
async function copyFromServer(address: string, copy: string, tell: (words: string) => void): Promise<void> {
  for (const end of ['', '-wal', '-shm', '.stamp']) rmSync(copy + end, { force: true })
  const from = openDatabase(address)
  const to = openFile(copy)
  try {
    await migrate(to)
    await to.engine.quickly(async () => void (await moveRows(from, to, tell)))
    // One file alone, that leaves nothing beside it when it is looked through.
    to.engine.sqlite.pragma('journal_mode = DELETE')
  } finally {
    await from.db.destroy()
    await to.db.destroy()
    for (const end of ['-wal', '-shm', '.stamp']) rmSync(copy + end, { force: true })
  }
}

function namedIn(copy: string) {
  const sqlite = new Sqlite(copy, { readonly: true })
  try {
    return filesNamedIn(sqlite)
  } finally {
    sqlite.close()
  }
}

/** @returns the SHA-256 of those that were there, by key */
async function copyFiles(
  here: Store,
  medium: Medium,
  keys: string[],
  tell: (words: string) => void,
): Promise<Record<string, string>> {
  const copied: Record<string, string> = {}
  const say = every(10, () => tell(`${Object.keys(copied).length} of ${keys.length} files`))
  for (const key of keys) {
    say(0)
    const bytes = await here.size(key)
    if (bytes === undefined) continue
    await here.lend([key], async pathOf => {
      const from = pathOf(key)
      if (!medium.has(key, bytes)) await medium.keep(key, from)
      if (medium.has(key, bytes) && existsSync(from)) copied[key] = await sha256Of(from)
    })
  }
  return copied
}

function every(seconds: number, tell: (part: number) => void): (part: number) => void {
  let last = performance.now()
  return part => {
    if (performance.now() - last < seconds * 1000) return
    last = performance.now()
    tell(part)
  }
}
