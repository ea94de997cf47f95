import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sha256Of } from '../files/sha256.js'
import type { Store } from '../files/store.js'
import { folderStore } from '../files/stores/folder.js'
import { knownMigrations } from '../known-migrations.js'
import { filesNamedIn, type Named } from './files-named.js'
import { type Manifest, readManifest } from './manifest.js'
import { isThere } from '../places-on-disk.js'
import { dayAndTime } from '../words/words.js'

/** A backup that has been found whole. */
export interface Checked {
  database: string
  /** null where the backup is a database alone, and its files are looked for where they are now. */
  uploads: string | null
  files: number
  /** The keys of those that it holds. */
  keys: string[]
  /** Of an older version of the workbench: nothing says what it held when it was made. */
  manifest: Manifest | undefined
  /** When the last thing was done that it knows of. */
  lastDeedAt: string | null
}

/**
 * Looks through a backup without changing anything: the database's own structure and references, its version, and every
 * file that it names, by its hash.
 * @param place a folder made by `npm run backup`, or a database file as it is copied before an upgrade
 * @param now where the files of a database file alone are
 * @throws a sentence for the first thing that is not as it should be
 */
export async function checkBackup(place: string, now: Store): Promise<Checked> {
  if (!isThere(place)) throw new Error(`There is no backup at ${place}.`)
  const alone = statSync(place).isFile()
  const database = alone ? place : join(place, 'workbench.db')
  const uploads = alone ? null : join(place, 'uploads')
  if (!isThere(database)) throw new Error(`There is no workbench.db in ${place}, so it is not a backup.`)
  const manifest = alone ? undefined : readManifest(place)
  if (manifest && (await sha256Of(database)) !== manifest.database.sha256)
    throw new Error(`${database} is not the file that was written when the backup was made: its bytes are others.`)
  const { named, lastDeedAt } = lookInto(database)
  const keys = await lookFor(named, uploads === null ? now : folderStore(uploads), manifest)
  return { database, uploads, files: named.length, keys, manifest, lastDeedAt }
}

/** What was found, for whoever asked. Files that had no bytes when it was made are no reason to call it whole. */
export function checkedInWords(checked: Pick<Checked, 'files' | 'manifest' | 'lastDeedAt'>): string {
  const { files, manifest } = checked
  const when = whenMade(checked)
  const missing = manifest?.missing.length ?? 0
  if (missing === 0) return `The backup is whole: the database, and each of ${files} files that it names. ${when}`
  return `The backup holds the database and ${files - missing} of the ${files} files that it names. The other ${missing} had no bytes when it was made; the list in it says which. Look whether UPLOADS_DIR was right. ${when}`
}

/** The list is a file that whoever may write in the folder can change; which of several is the newest, what was done in them tells. */
function whenMade({ manifest, lastDeedAt }: Pick<Checked, 'manifest' | 'lastDeedAt'>): string {
  const said = manifest
    ? `Its list says that it was made on ${dayAndTime(manifest.madeAt)}`
    : 'Nothing says when it was made'
  return lastDeedAt === null ? `${said}.` : `${said}; the last thing done in it is of ${dayAndTime(lastDeedAt)}.`
}

/** @returns the files that it names, and when the last thing in it was done @throws when the database is damaged or of a newer version */
function lookInto(database: string): { named: Named[]; lastDeedAt: string | null } {
  const sqlite = new Sqlite(database, { readonly: true })
  try {
    const found = sqlite.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok') throw new Error(`The database ${database} is damaged: ${String(found)}.`)
    const dangling = sqlite.pragma('foreign_key_check') as unknown[]
    if (dangling.length > 0) throw new Error(`The database ${database} has ${dangling.length} dangling references.`)
    const ran = sqlite.prepare('select name from migrations').all() as { name: string }[]
    const newer = ran.map(one => one.name).filter(name => !knownMigrations().includes(name))
    if (newer.length > 0)
      throw new Error(
        `The backup is of a newer version of the workbench (it has ${newer.join(', ')}). Use that version.`,
      )
    return { named: filesNamedIn(sqlite), lastDeedAt: lastDeedIn(sqlite) }
  } catch (error) {
    if (error instanceof Sqlite.SqliteError)
      throw new Error(`The database ${database} cannot be read: ${error.message}.`, { cause: error })
    throw error
  } finally {
    sqlite.close()
  }
}

/** Null where nothing was done, or by a version that wrote nothing down. */
function lastDeedIn(sqlite: Sqlite.Database): string | null {
  if (!sqlite.prepare("select 1 from sqlite_master where name = 'facts'").get()) return null
  const last = sqlite.prepare('select at from facts order by number desc limit 1').get() as { at: string } | undefined
  return last?.at ?? null
}

/** @returns the keys of those that are there */
async function lookFor(named: Named[], store: Store, manifest: Manifest | undefined): Promise<string[]> {
  const missed = new Set(manifest?.missing)
  const here = named.filter(({ key }) => !missed.has(key))
  for (const { key, sha256 } of here)
    await store.lend([key], async pathOf => {
      const path = pathOf(key)
      if (!existsSync(path)) throw new Error(`The file ${path} is missing, though the database names it.`)
      const wanted = sha256 ?? manifest?.files[key]
      if (wanted !== undefined && (await sha256Of(path)) !== wanted)
        throw new Error(`The file ${path} is damaged: its bytes are not those that the database names.`)
    })
  return here.map(({ key }) => key)
}
