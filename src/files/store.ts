import { randomBytes, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface Range {
  start: number
  /** The last byte, counted in, as in HTTP. */
  end: number
}

/**
 * Where bytes are kept, by key. Nothing outside this file knows that a key is a file, so object storage can stand in
 * its place; `pathOf`, `waitingPlace`, `halfPlace` and `freeBytes` are the needs that are about this machine's own disk.
 */
export interface Store {
  /** Bytes are safe on disk once this resolves. A path must be one from `waitingPlace`; the store takes that file over. */
  write(source: Readable | string, key: string): Promise<void>
  /** Rejects when nothing is kept under the key. */
  read(key: string, range?: Range): Promise<Readable>
  /** Undefined when nothing is kept under the key. */
  size(key: string): Promise<number | undefined>
  /** No complaint when nothing is kept under the key. */
  remove(key: string): Promise<void>
  keys(): AsyncIterable<{ key: string; keptAt: Date }>
  /** For programs that need a real file, such as image and PDF libraries. */
  pathOf(key: string): string
  /** A fresh path, only for this program to read, where bytes wait while they arrive and are looked at. */
  waitingPlace(): Promise<string>
  /** Removes whatever has waited since before then: leftovers of a power cut. */
  clearWaiting(before: Date): Promise<number>
  /** Where a file that arrives bit by bit grows, under a name from `newKey`. */
  halfPlace(key: string): Promise<string>
  /** The names of all that are growing. */
  halves(): Promise<string[]>
  freeBytes(): Promise<number>
}

/** Four times what Node reads by itself: a photograph comes in one piece or two. */
const READ_AT_ONCE = 256 * 1024

export function newKey(): string {
  return randomBytes(16).toString('hex')
}

/** A store in a folder of this machine's disk. */
export function folderStore(folder: string): Store {
  const waiting = waitingIn(path.join(folder, 'waiting'))
  return {
    ...keptIn(folder, waiting.waitingPlace),
    ...waiting,
    ...growingIn(path.join(folder, 'growing')),

    async freeBytes() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const disk = await statfs(folder)
      return disk.bavail * disk.bsize
    },
  }
}

/** What is kept for good, each key two folders deep. */
function keptIn(
  folder: string,
  waitingPlace: Store['waitingPlace'],
): Pick<Store, 'pathOf' | 'write' | 'read' | 'size' | 'remove' | 'keys'> {
  const pathOf = (key: string): string => {
    if (!/^[0-9a-f]{32}$/.test(key)) throw new Error('A key of the file store is 32 hexadecimal letters')
    return path.join(folder, key.slice(0, 2), key.slice(2, 4), key)
  }

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
  }
}

function waitingIn(folder: string): Pick<Store, 'waitingPlace' | 'clearWaiting'> {
  return {
    async waitingPlace() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return path.join(folder, randomUUID())
    },

    async clearWaiting(before) {
      let cleared = 0
      for (const name of (await readdir(folder).catch(unlessMissing)) ?? []) {
        const place = path.join(folder, name)
        const found = await stat(place).catch(unlessMissing)
        if (!found || found.mtime >= before) continue
        await rm(place, { force: true })
        cleared += 1
      }
      return cleared
    },
  }
}

function growingIn(folder: string): Pick<Store, 'halfPlace' | 'halves'> {
  return {
    async halfPlace(key) {
      if (!/^[0-9a-f]{32}$/.test(key)) throw new Error('A growing file is named by 32 hexadecimal letters')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      return path.join(folder, key)
    },

    async halves() {
      return (await readdir(folder).catch(unlessMissing)) ?? []
    },
  }
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

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
