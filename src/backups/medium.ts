import { chmodSync, cpSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { folderStore } from '../files/stores/folder.js'
import { folderForAWhile } from './for-a-while.js'
import { type Manifest, nameIn, writeManifest } from './manifest.js'
import { isSealed, sealedEnd, Sealing } from './sealing.js'
import { makeFolder } from '../places-on-disk.js'

/** The folder that a backup is made in: as it is, or sealed under a passphrase. */
export interface Medium {
  /** Where the copy of the database is written. */
  database: string
  /** Whether a file of so many bytes is in it from an earlier time. */
  has(key: string, bytes: number): boolean
  keep(key: string, from: string): Promise<void>
  /** The last thing: until the list stands, what is in the folder is no whole backup. */
  finish(journal: string | null, manifest: Manifest): Promise<void>
  /** Whatever lies elsewhere meanwhile goes. */
  leave(): void
}

export function plainMedium(to: string): Medium {
  if (isSealed(to))
    throw new Error(`The backup in ${to} is sealed. Set BACKUP_PASSPHRASE to go on with it, or name an empty folder.`)
  rmSync(nameIn(to), { force: true })
  const files = folderStore(join(to, 'uploads'))
  makeFolder(join(to, 'uploads'))
  return {
    database: join(to, 'workbench.db'),
    has: (key, bytes) => existsSync(files.pathOf(key)) && statSync(files.pathOf(key)).size === bytes,
    keep: (key, from) => copyOne(from, files.pathOf(key)),
    finish(journal, manifest) {
      if (journal) cpSync(journal, join(to, 'workbench.db.withdrawals'))
      return Promise.resolve(writeManifest(to, manifest))
    },
    leave: () => undefined,
  }
}

/** @param near a folder beside the live database, where its copy lies in clear until it is sealed: never on the medium itself */
export async function sealedMedium(to: string, passphrase: string, near: string): Promise<Medium> {
  if (existsSync(join(to, 'workbench.db')))
    throw new Error(`The backup in ${to} is not sealed. Name an empty folder for one that is.`)
  const sealing = await Sealing.of(to, passphrase)
  const sealed = (name: string) => join(to, name + sealedEnd)
  rmSync(sealed('manifest.json'), { force: true })
  const { folder: meanwhile, leave } = folderForAWhile(near, 'backing-up')
  const files = folderStore(join(to, 'uploads'))
  const placeOf = (key: string) => files.pathOf(key) + sealedEnd
  return {
    database: join(meanwhile, 'workbench.db'),
    // Bytes under a key never change, and what is sealed has another length.
    has: key => existsSync(placeOf(key)),
    keep: (key, from) => sealing.seal(from, placeOf(key)).catch(unlessErased),
    async finish(journal, manifest) {
      await sealing.seal(join(meanwhile, 'workbench.db'), sealed('workbench.db'))
      if (journal) await sealing.seal(journal, sealed('workbench.db.withdrawals'))
      const list = join(meanwhile, 'manifest.json')
      writeFileSync(list, JSON.stringify(manifest), { mode: 0o600 })
      await sealing.seal(list, sealed('manifest.json'))
    },
    leave,
  }
}

/**
 * Works with a backup as it is in clear; a sealed one is opened into a folder that is gone afterwards.
 * @param near where there is room for all of it
 * @throws a sentence where it is sealed and the passphrase is missing, or another
 */
export async function withBackup<Result>(
  place: string,
  { passphrase, near }: { passphrase: string | null; near: string },
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  if (!isSealed(place)) return work(place)
  if (passphrase === null)
    throw new Error(`The backup in ${place} is sealed. Set BACKUP_PASSPHRASE to the passphrase it was made under.`)
  const sealing = await Sealing.of(place, passphrase)
  const { folder, leave } = folderForAWhile(near, 'opened-backup')
  try {
    await sealing.openAll(place, folder)
    return await work(folder)
  } finally {
    leave()
  }
}

/** A file that is erased at this very moment is simply not there. */
async function copyOne(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await copyFile(from, `${to}.half`)
    chmodSync(`${to}.half`, 0o600)
    renameSync(`${to}.half`, to)
  } catch (error) {
    unlessErased(error)
  }
}

function unlessErased(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
