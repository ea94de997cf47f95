import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface OwnServer {
  /** Of its first database, which is empty. */
  address: string
  /** As a power cut ends it, and then started again on what it kept. */
  killAndStart(): void
  stop(): void
}

/**
 * A PostgreSQL server of its own on a free port; what it keeps is gone when it stops.
 * @param isSafe whether it waits for the disk at each commit; otherwise it lies in memory where there is some, and waits for nothing
 */
export async function startPostgres({ isSafe = false } = {}): Promise<OwnServer> {
  const programs = installedPrograms()
  process.env.PATH = `${programs}:${process.env.PATH}`
  const folder = mkdtempSync(join(!isSafe && existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'workbench-postgres-'))
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
  const quick = isSafe ? '' : ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'
  const settings = `-p ${port} -k '' -c listen_addresses=127.0.0.1 -c max_connections=200${quick}`
  const start = () => tell('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start')
  start()
  return {
    address: `postgres://workbench@127.0.0.1:${port}/postgres`,
    killAndStart() {
      tell('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      start()
    },
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
      // One test asks for a pooler, and is skipped where there is none.
      ['install', '-y', '-qq', '--no-install-recommends', 'pgbouncer'],
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
