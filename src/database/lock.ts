import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { keepToOurselves } from '../only-ours.js'
import { makeFolder } from '../places-on-disk.js'

/** A second workbench on the same database refuses to start; the lock falls with the process, however it ends. */
export function lockOn(database: string): () => void {
  if (database === ':memory:') return () => undefined
  makeFolder(dirname(database))
  keepToOurselves(`${database}.lock`)
  const lock = new Sqlite(`${database}.lock`, { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new Error(
      `Another workbench is already running on ${database}. Stop that one first, or set DATABASE_URL to another file.`,
    )
  }
  return () => lock.close()
}
