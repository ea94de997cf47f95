import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { fromTheDisk } from '../../errors.js'
import { sha256Of } from '../sha256.js'
import { type Halves, isKey, type Store } from '../store.js'
import { WritingDown } from '../receiving/writing-down.js'
import { GrowingHashes } from './growing-hashes.js'
import { unlessMissing } from './waiting.js'

/** Each a file on the disk, its bytes in the order they came, each written before it is acknowledged. */
export function growingIn(folder: string, waitingPlace: Store['waitingPlace']): Halves {
  const hashes = new GrowingHashes()

  const placeOf = async (id: string): Promise<string> => {
    if (!isKey(id)) throw new Error('A growing file is named by 32 hexadecimal letters')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return path.join(folder, id)
  }

  /** When the connection breaks off, what had come by then is written all the same. */
  const writeDown = async (id: string, from: number, stream: Readable, writing: WritingDown): Promise<void> => {
    let at = from
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        hashes.add(id, at, chunk)
        at += chunk.length
        await writing.take(chunk)
      }
    } catch (error) {
      await writing.end()
      throw error
    }
  }

  return {
    async begin(id) {
      const file = await open(await placeOf(id), 'wx', 0o600)
      await file.close()
    },

    async grownTo(id) {
      const found = await stat(await placeOf(id)).catch(unlessMissing)
      return found?.size
    },

    async grow(id, at, stream) {
      const file = await open(await placeOf(id), 'r+')
      const writing = new WritingDown(file, at)
      try {
        await writeDown(id, at, stream, writing)
        return await writing.end()
      } catch (error) {
        throw fromTheDisk(error)
      } finally {
        await file.sync()
        await file.close()
      }
    },

    async whole(id, bytes) {
      const place = await waitingPlace()
      await link(await placeOf(id), place)
      return { path: place, sha256: async () => hashes.of(id, bytes) ?? (await sha256Of(place)) }
    },

    async remove(id) {
      hashes.forget(id)
      await rm(await placeOf(id), { force: true })
    },

    async ids() {
      return ((await readdir(folder).catch(unlessMissing)) ?? []).filter(isKey)
    },
  }
}
