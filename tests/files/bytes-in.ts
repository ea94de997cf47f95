import { buffer } from 'node:stream/consumers'
import type { Store } from '../../src/files/store.js'

/** What is kept under a key. */
export async function bytesIn(store: Store, key: string): Promise<Buffer> {
  return buffer(await store.read(key))
}
