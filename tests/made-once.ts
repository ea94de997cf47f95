import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is made once for a run, for every test file to copy; the workers are told where. */
export const madeOnce = (process.env.TESTS_MADE_ONCE ??= mkdtempSync(join(tmpdir(), 'workbench-tests-')))

/** The schema and the cast. */
export const template = join(madeOnce, 'cast.db')

/** Where the first file that needs the played demo leaves it for the others. */
export const playedDemo = join(madeOnce, 'demo')
