import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { isKey, type Store } from '../store.js'
import type { Bucket } from './bucket.js'
import { placeOf } from './folder.js'
import { Lending } from './lending.js'
import { growingInBucket } from './object-halves.js'
import { readingOn } from './reading-on.js'
import { waitingIn } from './waiting.js'

/**
 * A store in a bucket. Its bytes pass through the workbench, whose rules are the only door: nobody is ever given an address in
 * the bucket itself.
 * @param own a folder of this instance alone, where bytes wait while they are looked at
 */
export function objectStore(bucket: Bucket, own: string): Store {
  const waiting = waitingIn(own)
  const open: Store['read'] = (key, range) => bucket.open(placeOf(key), range)
  const lending = new Lending(path.join(own, 'lent'), open)

  return {
    ...waiting,
    lend: (keys, work) => lending.lend(keys, work),
    halves: growingInBucket(bucket, waiting.waitingPlace),

    async write(source, key) {
      try {
        await bucket.pour(placeOf(key), typeof source === 'string' ? createReadStream(source) : source)
      } finally {
        if (typeof source === 'string') await rm(source, { force: true })
      }
    },

    read: (key, range) => readingOn(part => open(key, part), range),

    async size(key) {
      return bucket.size(placeOf(key))
    },

    async remove(key) {
      await bucket.remove(placeOf(key))
    },

    async *keys() {
      for await (const { name, at } of bucket.listAll('')) {
        const key = path.posix.basename(name)
        if (isKey(key) && placeOf(key) === name) yield { key, keptAt: at }
      }
    },

    async clearWaiting(before) {
      return (await waiting.clearWaiting(before)) + (await bucket.forgetParts(before))
    },
  }
}
