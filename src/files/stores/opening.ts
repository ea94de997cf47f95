import { hostname } from 'node:os'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Environment } from '../../environment.js'
import { folderStore } from './folder.js'
import { unlessMissing } from './waiting.js'
import type { Store } from '../store.js'
import { makeFolder } from '../../places-on-disk.js'

/**
 * Opens the store that the environment names. What waits at this instance begins empty.
 * @param warn told a sentence where the store cannot be reached: the workbench opens all the same, and finds it once it is back
 * @throws a sentence where it can be reached and does not do what a store must
 */
export async function openStore(
  { uploads, bucket }: Pick<Environment, 'uploads' | 'bucket'>,
  warn: (sentence: string) => void,
): Promise<Store> {
  if (!bucket) return folderStore(uploads)
  // Only where there is a bucket is what speaks to it loaded.
  const [{ Bucket }, { objectStore }, { tryStore }] = await Promise.all([
    import('./bucket.js'),
    import('./objects.js'),
    import('./trying-a-store.js'),
  ])
  const store = objectStore(new Bucket(bucket), await ownPlace(path.join(uploads, 'waiting')))
  const awayInWords = await tryStore(store, bucket)
  if (awayInWords) warn(awayInWords)
  return store
}

const day = 86_400_000

/** A folder of this instance alone. Those of instances of this machine that ended are removed, and what others left long ago. */
async function ownPlace(folder: string): Promise<string> {
  makeFolder(folder)
  for (const name of (await readdir(folder).catch(unlessMissing)) ?? []) {
    const [, host, pid] = /^(.+)-(\d+)$/.exec(name) ?? []
    const place = path.join(folder, name)
    const isLeft = host === hostname() ? !isOther(Number(pid)) : Date.now() - (await touchedAt(place)) > day
    if (isLeft) await rm(place, { recursive: true, force: true })
  }
  return path.join(folder, `${hostname()}-${process.pid}`)
}

async function touchedAt(place: string): Promise<number> {
  return (await stat(place).catch(unlessMissing))?.mtimeMs ?? 0
}

function isOther(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
