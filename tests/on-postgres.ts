import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'

/**
 * Where the tests of rooms have a PostgreSQL server, each file of them gets a database of its own there, as it otherwise gets a
 * SQLite file: TEST_POSTGRES=postgres://workbench@127.0.0.1:5432/workbench. See tests/postgres.ts, which starts one.
 */
export const postgresServer = process.env.TEST_POSTGRES ?? null

/** The database with the cast, which others are copies of. */
export const castOnServer = (process.env.TEST_POSTGRES_CAST ??= `cast_${randomBytes(4).toString('hex')}`)

/** @returns the address of a database on the server */
export function addressOf(name: string): string {
  const address = new URL(postgresServer!)
  address.pathname = `/${name}`
  return address.href
}

/** Makes an empty database, or a copy of another to which nobody is connected. */
export function makeDatabase(name: string, like?: string): void {
  const kind = like ? ['--template', like] : ['--template=template0', '--encoding=UTF8', '--locale=C.UTF-8']
  tell('createdb', ...kind, name)
}

export function dropDatabase(name: string): void {
  tell('dropdb', '--force', '--if-exists', name)
}

function tell(program: string, ...given: string[]): void {
  const { hostname, port, username } = new URL(postgresServer!)
  execFileSync(program, ['-h', hostname, '-p', port || '5432', '-U', decodeURIComponent(username), '-w', ...given], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
