import type { Db, Trx } from '../database.js'
import { now } from '../web/now.js'
import { bytesInUse } from './in-use.js'
import { endingOf } from './names.js'
import type { Store } from './store.js'
import type { StoredFile } from './tables.js'
import { eraseVersions } from './versions.js'

/** A bucket takes its time for each. */
const AT_ONCE = 8

/**
 * Marks the row and its versions, inside the transaction that remembers who erased it and why, and blanks the name,
 * which may be a pupil's. The row stays as a gap. Afterwards, once that has been committed, call `removeBytes`.
 */
export async function eraseFile(trx: Trx, file: StoredFile): Promise<void> {
  const ending = endingOf(file.name)
  await trx
    .updateTable('files')
    .set({ erasedAt: now(), name: ending ? `erased.${ending}` : 'erased', sentSha256: null })
    .where('id', '=', file.id)
    .where('erasedAt', 'is', null)
    .execute()
  await eraseVersions(trx, file)
}

/**
 * Removes for good whatever bytes a file or its versions had that nothing uses any more, with the small pictures and
 * thumbnails. If it is cut short, `sweepStore` finishes it.
 */
export async function removeBytes(db: Db, store: Store, file: { id: string }): Promise<void> {
  const rows = [
    ...(await db
      .selectFrom('files')
      .select(['storedAs', 'smallAs', 'middleAs', 'thumbnailAs'])
      .where('id', '=', file.id)
      .execute()),
    ...(await db
      .selectFrom('fileVersions')
      .select(['storedAs', 'smallAs', 'middleAs', 'thumbnailAs'])
      .where('fileId', '=', file.id)
      .execute()),
  ]
  await removeUnused(
    db,
    store,
    rows.flatMap(row => [row.thumbnailAs, row.middleAs, row.smallAs, row.storedAs]),
  )
}

/** Removes those of these bytes that nothing uses. @returns how many were removed */
export async function removeUnused(db: Db, store: Store, keys: (string | null)[]): Promise<number> {
  const some = [...new Set(keys)].filter(key => key !== null)
  const used = await bytesInUse(db, some)
  const unused = some.filter(key => !used.has(key))
  for (let from = 0; from < unused.length; from += AT_ONCE)
    await Promise.all(unused.slice(from, from + AT_ONCE).map(key => store.remove(key)))
  return unused.length
}
