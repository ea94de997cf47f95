import type { Db } from '../database.js'
import { removeUnused } from './erasing.js'
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
    removed += await removeUnused(db, store, old)
    old = []
  }
  return removed + (await removeUnused(db, store, old))
}
