import { Readable } from 'node:stream'
import type { Db } from '../../database.js'
import { newKey, type Store } from '../store.js'
import type { StoredFile } from '../tables.js'
import { middleOf } from './pictures.js'

const drawing = new Map<string, Promise<string | null>>()

/** The file with its middle picture, which is drawn now if it was kept before there were any. */
export async function withMiddle(db: Db, store: Store, file: StoredFile): Promise<StoredFile> {
  if (file.kind !== 'image' || file.erasedAt || file.middleAs) return file
  const begun = drawing.get(file.storedAs) ?? drawMiddle(db, store, file.storedAs)
  drawing.set(file.storedAs, begun)
  try {
    return { ...file, middleAs: await begun }
  } finally {
    drawing.delete(file.storedAs)
  }
}

/** @returns null where the picture was erased meanwhile: then nothing of it stays */
async function drawMiddle(db: Db, store: Store, storedAs: string): Promise<string | null> {
  if ((await store.size(storedAs)) === undefined) return null
  const key = newKey()
  const middle = await store.lend([storedAs], pathOf => middleOf(pathOf(storedAs)))
  await store.write(Readable.from([middle]), key)
  let used = 0n
  for (const table of ['files', 'fileVersions'] as const) {
    const result = await db
      .updateTable(table)
      .set({ middleAs: key })
      .where('storedAs', '=', storedAs)
      .where('erasedAt', 'is', null)
      .executeTakeFirst()
    used += result.numUpdatedRows
  }
  if (used > 0n) return key
  await store.remove(key)
  return null
}
