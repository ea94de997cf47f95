import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'

/**
 * Makes a SQLite file that is not there yet, and lets nobody but this account read it, wherever it is. What SQLite puts
 * beside it later is made like it.
 */
export function keepToOurselves(path: string): void {
  closeSync(openSync(path, 'a', 0o600))
  for (const file of [path, `${path}-wal`, `${path}-shm`].filter(existsSync)) {
    try {
      chmodSync(file, 0o600)
    } catch (error) {
      // It belongs to another account, which lets us write in it.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
    }
  }
}
