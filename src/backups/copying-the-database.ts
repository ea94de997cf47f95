import { chmodSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { beginGeneration } from './generation.js'

const pagesAtOnce = 2000

/**
 * Copies an open database to a file of its own, as it stands now, however much is written meanwhile: a copy that follows
 * the writers begins again at each commit, and with ten a second it never ends. What is read here stands still.
 * @param tell how far it is, from 0 to 1
 */
export async function copyDatabase(path: string, to: string, tell: (part: number) => void = () => {}): Promise<void> {
  const half = `${to}.half`
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(half + end, { force: true })
  const reading = new Sqlite(path, { timeout: 5000 })
  try {
    reading.exec('begin')
    reading.prepare('select count(*) from sqlite_master').get()
    await reading.backup(half, {
      progress: ({ totalPages, remainingPages }) => {
        if (totalPages > 0) tell(1 - remainingPages / totalPages)
        return pagesAtOnce
      },
    })
  } finally {
    reading.close()
  }
  standAlone(half)
  renameSync(half, to)
}

/** One file without a log beside it, and not to be taken for the database that it was copied from. */
function standAlone(path: string): void {
  const copy = new Sqlite(path)
  try {
    copy.pragma('synchronous = FULL')
    copy.pragma('journal_mode = DELETE')
    beginGeneration(copy)
  } finally {
    copy.close()
  }
  chmodSync(path, 0o600)
}
