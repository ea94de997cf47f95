import { cpSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname, basename, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openDatabase, openFile } from '../database.js'
import { isPostgres, refuseWhileRunning } from '../database/engine.js'
import { lockOn } from '../database/lock.js'
import type { Environment } from '../environment.js'
import { migrate } from '../migrate.js'
import type { Store } from '../files/store.js'
import { type BucketAddress, bucketInWords } from '../files/stores/bucket-address.js'
import { type FolderStore, folderStore } from '../files/stores/folder.js'
import { openStore } from '../files/stores/opening.js'
import { now } from '../web/now.js'
import { type Checked, checkBackup } from './checking.js'
import { generationOf, writeStamp } from './generation.js'
import { moveRows } from './moving-rows.js'
import { makeFolder } from '../places-on-disk.js'

type Placed = Pick<Environment, 'database' | 'beside' | 'uploads' | 'bucket'>

/**
 * Puts a backup in the place of the present database and files, which are moved aside and never deleted. Withdrawals that
 * came after the backup are recorded again at the next start, from the journal that stays where it is.
 * @param place a folder made by `npm run backup`, or a database file as it is copied before an upgrade
 * @returns where the present database and files are now, or null where there were none
 * @throws a sentence, before anything is touched, while a workbench runs on the database or when the backup is not whole
 */
export async function restore(
  { database, beside, uploads, bucket }: Placed,
  place: string,
): Promise<{ aside: string | null; checked: Checked }> {
  if (isPostgres(database)) return restoreToServer({ database, beside, uploads, bucket }, place)
  const unlock = lockOn(database)
  try {
    const store = await openStore({ uploads, bucket }, refuse)
    const checked = await checkBackup(resolve(place), store)
    const folder = bucket ? null : checked.uploads
    if (bucket && checked.uploads) await bringToBucket(checked.keys, folderStore(checked.uploads), store, bucket)
    const arriving = bringNear(checked, folder, database, uploads)
    const aside = join(dirname(database), `aside-${now().replaceAll(/[:.]/g, '-')}`)
    const moved = [...asideGoes(database, aside), ...(folder ? filesGoAside(uploads, aside) : [])]
    if (folder) renameSync(arriving.uploads, uploads)
    renameSync(arriving.database, database)
    writeStamp(database, arriving.generation)
    return { aside: moved.length > 0 ? aside : null, checked }
  } finally {
    unlock()
  }
}

/** Into a database of a server that holds nothing yet: what is there cannot be moved aside from here. */
async function restoreToServer(
  { database, beside, uploads, bucket }: Placed,
  place: string,
): Promise<{ aside: string | null; checked: Checked }> {
  const store = await openStore({ uploads, bucket }, refuse)
  const checked = await checkBackup(resolve(place), store)
  const folder = bucket ? null : checked.uploads
  const to = openDatabase(database)
  const arriving = { database: `${beside}.arriving`, uploads: `${uploads}.arriving` }
  try {
    await refuseWhileRunning(to)
    await migrate(to)
    if (await to.db.selectFrom('people').select('id').limit(1).executeTakeFirst())
      throw new Error(
        'The database of DATABASE_URL holds an installation already. Make an empty one (createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME), name it in DATABASE_URL, and put the backup back there.',
      )
    if (bucket && checked.uploads) await bringToBucket(checked.keys, folderStore(checked.uploads), store, bucket)
    bringNear(checked, folder, beside, uploads)
    const from = openFile(arriving.database)
    try {
      await migrate(from)
      await moveRows(from, to, () => undefined)
    } finally {
      await from.db.destroy()
    }
    const aside = join(dirname(beside), `aside-${now().replaceAll(/[:.]/g, '-')}`)
    const moved = folder ? filesGoAside(uploads, aside) : []
    if (folder) renameSync(arriving.uploads, uploads)
    return { aside: moved.length > 0 ? aside : null, checked }
  } finally {
    await to.engine.rest()
    await to.db.destroy()
    rmSync(arriving.uploads, { recursive: true, force: true })
    for (const end of ['', '-wal', '-shm', '.stamp']) rmSync(arriving.database + end, { force: true })
  }
}

/**
 * Bytes under a key never change, so what is there already stays; a restoring that was cut short goes on.
 * @throws where the bucket holds what the backup does not name: the next sweep would take it away for good
 */
async function bringToBucket(keys: string[], from: FolderStore, to: Store, bucket: BucketAddress): Promise<void> {
  const named = new Set(keys)
  for await (const { key } of to.keys())
    if (!named.has(key))
      throw new Error(
        `There are files in ${bucketInWords(bucket)} that the backup does not name. Put it back into an empty one: name it in FILES_URL.`,
      )
  for (const key of keys) if ((await to.size(key)) !== (await from.size(key))) await to.write(await from.read(key), key)
}

function refuse(sentence: string): never {
  throw new Error(sentence)
}

/** Copied beside its place first, so that a full disk or a bad medium is met before anything has been moved. */
function bringNear(checked: Checked, folder: string | null, database: string, uploads: string) {
  const arriving = { database: `${database}.arriving`, uploads: `${uploads}.arriving` }
  makeFolder(dirname(database))
  for (const place of Object.values(arriving)) rmSync(place, { recursive: true, force: true })
  cpSync(checked.database, arriving.database)
  if (folder && existsSync(folder)) cpSync(folder, arriving.uploads, { recursive: true })
  else makeFolder(arriving.uploads)
  const journal = `${checked.database}.withdrawals`
  if (existsSync(journal) && !existsSync(`${database}.withdrawals`)) cpSync(journal, `${database}.withdrawals`)
  return { ...arriving, generation: generationIn(arriving.database) }
}

/** An older backup has the number of the database that it was copied from; it gets its own when it is next opened. */
function generationIn(path: string): number {
  const sqlite = new Sqlite(path, { readonly: true })
  try {
    return generationOf(sqlite)
  } finally {
    sqlite.close()
  }
}

/** The present database stays in its place, under a second name, until the restored one takes it. */
function asideGoes(database: string, aside: string): string[] {
  const here = ['', '-wal', '-shm'].filter(end => existsSync(database + end))
  if (here.length === 0) return []
  makeFolder(aside)
  for (const end of here) {
    const to = join(aside, basename(database) + end)
    if (end !== '') renameSync(database + end, to)
    else secondName(database, to)
  }
  return here
}

/** Some disks know only one name for a file; there it is moved. */
function secondName(path: string, to: string): void {
  try {
    linkSync(path, to)
  } catch {
    renameSync(path, to)
  }
}

/** Within the disk of the files, since a folder cannot be moved to another one in a single step. */
function filesGoAside(uploads: string, aside: string): string[] {
  if (!existsSync(uploads)) return []
  renameSync(uploads, `${uploads}.${basename(aside)}`)
  return [uploads]
}
