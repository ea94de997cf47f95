import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Store } from '../store.js'

/** A folder of this machine's disk where bytes wait. */
export function waitingIn(folder: string): Pick<Store, 'waitingPlace' | 'clearWaiting' | 'freeBytes'> {
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
        if (!found?.isFile() || found.mtime >= before) continue
        await rm(place, { force: true })
        cleared += 1
      }
      return cleared
    },

    async freeBytes() {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const disk = await statfs(folder)
      return disk.bavail * disk.bsize
    },
  }
}

export function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
