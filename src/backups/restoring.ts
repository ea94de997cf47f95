import { cpSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, basename, join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { openDatabase, openFile } from '../database.js'
import { isPostgres } from '../database/engine.js'
import { lockOn } from '../database/lock.js'
import type { Environment } from '../environment.js'
import { migrate } from '../migrate.js'
import { now } from '../web/now.js'
import { type Checked, checkBackup } from './checking.js'
import { generationOf, writeStamp } from './generation.js'
import { moveRows } from './moving-rows.js'

/**
 * Puts a backup in the place of the present database and files, which are moved aside and never deleted. Withdrawals that
 * came after the backup are recorded again at the next start, from the journal that stays where it is.
 * @param place a folder made by `npm run backup`, or a database file as it is copied before an upgrade
 * @returns where the present database and files are now, or null where there were none
 * @throws a sentence, before anything is touched, while a workbench runs on the database or when the backup is not whole
 */
export async function restore(
  { database, beside, uploads }: Pick<Environment, 'database' | 'beside' | 'uploads'>,
  place: string,
): Promise<{ aside: string | null; checked: Checked }> {
  if (isPostgres(database)) return restoreToServer({ database, beside, uploads }, place)
  const unlock = lockOn(database)
  try {
    const checked = await checkBackup(resolve(place), uploads)
    const arriving = bringNear(checked, database, uploads)
    const aside = join(dirname(database), `aside-${now().replaceAll(/[:.]/g, '-')}`)
    const moved = [...asideGoes(database, aside), ...(checked.uploads ? filesGoAside(uploads, aside) : [])]
    if (checked.uploads) renameSync(arriving.uploads, uploads)
    renameSync(arriving.database, database)
    writeStamp(database, arriving.generation)
    return { aside: moved.length > 0 ? aside : null, checked }
  } finally {
    unlock()
  }
}

/** Into a database of a server that holds nothing yet: what is there cannot be moved aside from here. */
async function restoreToServer(
  { database, beside, uploads }: Pick<Environment, 'database' | 'beside' | 'uploads'>,
  place: string,
): Promise<{ aside: string | null; checked: Checked }> {
  const checked = await checkBackup(resolve(place), uploads)
  const arriving = bringNear(checked, beside, uploads)
  const from = openFile(arriving.database)
  const to = openDatabase(database)
  try {
    await migrate(from)
    await migrate(to)
    await moveRows(from, to, () => undefined)
  } finally {
    await from.db.destroy()
    await to.db.destroy()
    for (const end of ['', '-wal', '-shm', '.stamp']) rmSync(arriving.database + end, { force: true })
  }
  const aside = join(dirname(beside), `aside-${now().replaceAll(/[:.]/g, '-')}`)
  const moved = checked.uploads ? filesGoAside(uploads, aside) : []
  if (checked.uploads) renameSync(arriving.uploads, uploads)
  return { aside: moved.length > 0 ? aside : null, checked }
}

/** Copied beside its place first, so that a full disk or a bad medium is met before anything has been moved. */
function bringNear(checked: Checked, database: string, uploads: string) {
  const arriving = { database: `${database}.arriving`, uploads: `${uploads}.arriving` }
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 })
  for (const place of Object.values(arriving)) rmSync(place, { recursive: true, force: true })
  cpSync(checked.database, arriving.database)
  if (checked.uploads && existsSync(checked.uploads)) cpSync(checked.uploads, arriving.uploads, { recursive: true })
  else mkdirSync(arriving.uploads, { recursive: true, mode: 0o700 })
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
  mkdirSync(aside, { recursive: true, mode: 0o700 })
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
