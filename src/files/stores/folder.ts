import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isKey, type Store } from '../store.js'
import { growingIn } from './folder-halves.js'
import { unlessMissing, waitingIn } from './waiting.js'

/** Four times what Node reads by itself: a photograph comes in one piece or two. */
const READ_AT_ONCE = 256 * 1024

/** A store in a folder of this machine's disk. */
export interface FolderStore extends Store {
  pathOf(key: string): string
}

export function folderStore(folder: string): FolderStore {
  const waiting = waitingIn(path.join(folder, 'waiting'))
  return {
    ...keptIn(folder, waiting.waitingPlace),
    ...waiting,
    halves: growingIn(path.join(folder, 'growing'), waiting.waitingPlace),
  }
}

/** What is kept for good, each key two folders deep. */
function keptIn(
  folder: string,
  waitingPlace: Store['waitingPlace'],
): Pick<FolderStore, 'pathOf' | 'write' | 'read' | 'size' | 'remove' | 'keys' | 'lend'> {
  const pathOf = (key: string): string => path.join(folder, placeOf(key))

  return {
    pathOf,

    async write(source, key) {
      const home = path.dirname(pathOf(key))
      const from = typeof source === 'string' ? source : await waitingPlace()
      try {
        if (typeof source !== 'string') await pipeline(source, createWriteStream(from, { mode: 0o600 }))
        await flush(from)
        await mkdir(home, { recursive: true, mode: 0o700 })
        await rename(from, pathOf(key))
      } catch (error) {
        await rm(from, { force: true })
        throw error
      }
      for (const each of [home, path.dirname(home), folder]) await flush(each)
    },

    async read(key, range) {
      const file = await open(pathOf(key))
      const length = range ? range.end - range.start + 1 : Infinity
      return file.createReadStream({ ...range, highWaterMark: Math.min(READ_AT_ONCE, length) })
    },

    async size(key) {
      const found = await stat(pathOf(key)).catch(unlessMissing)
      return found?.size
    },

    async remove(key) {
      await rm(pathOf(key), { force: true })
    },

    async *keys() {
      for (const outer of await twoLetterFolders(folder)) {
        for (const inner of await twoLetterFolders(outer)) {
          for (const key of await readdir(inner)) {
            const found = await stat(path.join(inner, key)).catch(unlessMissing)
            if (found) yield { key, keptAt: found.mtime }
          }
        }
      }
    },

    lend: (_keys, work) => work(pathOf),
  }
}

/** Where the bytes of a key stand, in a folder and in a bucket alike, so that the one can be copied into the other as it is. */
export function placeOf(key: string): string {
  if (!isKey(key)) throw new Error('A key of the file store is 32 hexadecimal letters')
  return `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`
}

async function twoLetterFolders(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(unlessMissing)) ?? []
  return names.filter(name => /^[0-9a-f]{2}$/.test(name)).map(name => path.join(folder, name))
}

/** Without this a power cut may keep the row and lose the bytes, or keep the bytes and lose their name. */
async function flush(place: string): Promise<void> {
  const handle = await open(place)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
