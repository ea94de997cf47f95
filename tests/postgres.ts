import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../src/root.js'
import { testsByKind } from './kinds.js'

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
const server = await startServer()
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

/** A server of its own on a free port, in memory where there is some: what it keeps is gone when the tests are over. */
async function startServer(): Promise<{ address: string; stop(): void }> {
  const programs = installedPrograms()
  process.env.PATH = `${programs}:${process.env.PATH}`
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'workbench-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  // PostgreSQL refuses to be run by root.
  const asWhom = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
  if (asWhom.length > 0) for (const one of [folder, data]) chownSync(one, idOf('-u'), idOf('-g'))
  const tell = (program: string, ...given: string[]) => {
    const [first, ...rest] = [...asWhom, join(programs, program), ...given]
    execFileSync(first!, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
  }
  tell('initdb', '-D', data, '-U', 'workbench', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  const port = await freePort()
  const settings = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off`
  tell('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start')
  return {
    address: `postgres://workbench@127.0.0.1:${port}/postgres`,
    stop() {
      tell('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }))
}

/** @returns the folder of the server’s programs, installed now where this is Debian and we are root */
function installedPrograms(): string {
  const found = () => {
    const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort() : []
    return versions.map(version => join('/usr/lib/postgresql', version, 'bin/initdb')).findLast(existsSync)
  }
  if (!found() && process.getuid?.() === 0)
    for (const words of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
    ])
      spawnSync('apt-get', words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const initdb = found()
  if (!initdb)
    throw new Error('These tests need a PostgreSQL server. Install one (on Debian: apt-get install postgresql).')
  return dirname(initdb)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const one = createServer()
    one.once('error', reject)
    one.listen(0, '127.0.0.1', () => {
      const at = one.address()
      one.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
    })
  })
}
