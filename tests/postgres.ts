import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/root.js'
import { testsByKind } from './kinds.js'
import { startPostgres } from './starting-postgres.js'

// `npm run test:postgres`: the house, the search, the backups, and one file of tests of each other room, on a PostgreSQL server that is started for them and
// stopped after. `npm run test:postgres -- claims` runs the whole of a room, `-- every` the whole of all rooms.

/** What differs between the engines is tried with all that there is. */
const wholly = ['house', 'search', 'backups']

/** What these tests look into is SQLite’s own: its file, its plans, its index, a second program at one file. */
const ofSqliteAlone = [
  'tests/backups/putting-a-backup-back',
  'tests/claims/choosing-among-many',
  'tests/copies/hostile-copies',
  'tests/copies/moving-a-group',
  'tests/evidence/after-a-restore',
  'tests/evidence/withdrawing-evidence',
  'tests/facts/following',
  'tests/forum/ten-thousand-posts',
  'tests/house/being-ready',
  'tests/house/lists-cost-their-page',
  'tests/house/the-database',
  'tests/keys/keys-and-names',
  'tests/keeping/erasing-a-whole',
  'tests/meetings/year',
  'tests/reach/',
  'tests/pseudonyms/in-a-large-group',
  'tests/publishing/asking-once',
  'tests/resources/ten-thousand-claims',
  'tests/reviews/a-large-review',
  'tests/calendar/a-calendar',
  'tests/visits/many-visits',
  'tests/visits/one-place-two-programs',
]

const asked = process.argv.slice(2)
const { app, units } = testsByKind(root)
const onServersAlone = units.filter(file => readFileSync(join(root, file), 'utf8').includes('/on-postgres.js'))
const all = [...onServersAlone, ...app].filter(file => !ofSqliteAlone.some(own => file.startsWith(own)))
const server = await startPostgres()
try {
  const { status } = spawnSync('vitest', ['run', ...chosen(), '--config', 'vitest.config.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_POSTGRES: server.address },
  })
  process.exitCode = status ?? 1
} finally {
  server.stop()
}

function chosen(): string[] {
  if (asked.includes('every')) return all
  if (asked.length > 0) {
    const own = all.filter(file => asked.some(one => file.startsWith(`tests/${one}`)))
    if (own.length === 0) throw new Error(`No tests of ${asked.join(', ')} run on a server.`)
    return own
  }
  const first = new Map(all.map(file => [file.split('/')[1]!, file] as const).reverse())
  return all.filter(file => wholly.includes(file.split('/')[1]!) || file === first.get(file.split('/')[1]!))
}
