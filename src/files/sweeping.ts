import type { Db } from '../database.js'
import type { Store } from './store.js'

const AT_ONCE = 200

/**
 * Removes what no row speaks of: bytes of forms that failed after the upload, of erased files, and leftovers of a power
 * cut. Only what is older than `olderThan`, which must be longer ago than the longest form takes to save and than the
 * last backup began: a day will do.
 * @returns how many were removed.
 */
export async function sweepStore(db: Db, store: Store, olderThan: Date): Promise<number> {
  let removed = await store.clearWaiting(olderThan)
  let old: string[] = []
  for await (const { key, keptAt } of store.keys()) {
    if (keptAt < olderThan) old.push(key)
    if (old.length < AT_ONCE) continue
    removed += await removeUnknown(db, store, old)
    old = []
  }
  return removed + (await removeUnknown(db, store, old))
}

async function removeUnknown(db: Db, store: Store, keys: string[]): Promise<number> {
  const known = await keysInUse(db, keys)
  const unknown = keys.filter(key => !known.has(key))
  for (const key of unknown) await store.remove(key)
  return unknown.length
}

async function keysInUse(db: Db, keys: string[]): Promise<Set<string | null>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .selectFrom('files')
    .select(['storedAs', 'smallAs', 'thumbnailAs'])
    .where('erasedAt', 'is', null)
    .where(row => row.or([row('storedAs', 'in', keys), row('smallAs', 'in', keys), row('thumbnailAs', 'in', keys)]))
    .execute()
  return new Set(rows.flatMap(row => [row.storedAs, row.smallAs, row.thumbnailAs]))
}
