import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What is made once for a run, for every test file to copy; the workers are told where. It lies in memory, where this
 * machine lends some as a folder, because a disk makes every deed wait.
 */
export const madeOnce = (process.env.TESTS_MADE_ONCE ??= mkdtempSync(
  join(roomInMemory('/dev/shm') ?? tmpdir(), 'workbench-tests-'),
))

// All that a test writes lies there too, and goes with it when the run ends.
process.env.TMPDIR = madeOnce

/** The schema with nobody in it. */
export const emptyDatabase = join(madeOnce, 'empty.db')

/** The schema and the cast. */
export const template = join(madeOnce, 'cast.db')

/** Where the first file that needs the played demo leaves it for the others. */
export const playedDemo = join(madeOnce, 'demo')

/** Several copies of the demo lie there at a time, with what browsers keep. */
function roomInMemory(folder: string): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > 4 * 1024 ** 3 ? folder : undefined
  } catch {
    return undefined
  }
}
