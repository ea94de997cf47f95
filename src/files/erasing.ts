import type { Trx } from '../database.js'
import { now } from '../web/now.js'
import { endingOf } from './names.js'
import type { Store } from './store.js'
import type { StoredFile } from './tables.js'

/**
 * Marks the row, inside the transaction that remembers who erased it and why, and blanks the name, which may be a
 * pupil's. The row stays as a gap. Afterwards, once that has been committed, call `removeBytes`.
 */
export async function eraseFile(trx: Trx, file: StoredFile): Promise<void> {
  const ending = endingOf(file.name)
  await trx
    .updateTable('files')
    .set({ erasedAt: now(), name: ending ? `erased.${ending}` : 'erased' })
    .where('id', '=', file.id)
    .where('erasedAt', 'is', null)
    .execute()
}

/** Removes the bytes for good, with the small picture and the thumbnail. If it is cut short, `sweepStore` finishes it. */
export async function removeBytes(store: Store, file: StoredFile): Promise<void> {
  for (const key of [file.thumbnailAs, file.smallAs, file.storedAs]) if (key) await store.remove(key)
}
