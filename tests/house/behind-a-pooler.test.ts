import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/database.js'
import { migrate } from '../../src/migrate.js'
import { newToken } from '../../src/web/new-id.js'
import { freePorts } from '../free-ports.js'
import { addressOf, castOnServer, dropDatabase, makeDatabase, postgresServer } from '../on-postgres.js'

const pgbouncer = '/usr/sbin/pgbouncer'

// A real pooler before a real server: it runs where there are both (npm run test:postgres).
describe.runIf(postgresServer && existsSync(pgbouncer))('behind a pooler', { timeout: 60_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'workbench-pooler-'))
  const name = `pooled_${newToken().slice(0, 8).toLowerCase().replace(/\W/g, '_')}`
  let pooler: ChildProcess | undefined

  beforeAll(() => makeDatabase(name, castOnServer))
  afterEach(() => void pooler?.kill('SIGINT'))
  afterAll(() => {
    dropDatabase(name)
    rmSync(home, { recursive: true, force: true })
  })

  async function start(mode: 'session' | 'transaction', connections: number): Promise<string> {
    const [port] = await freePorts(1)
    const server = new URL(addressOf(name))
    const settings = join(home, `${mode}-${connections}.ini`)
    writeFileSync(
      settings,
      `[databases]
${name} = host=${server.hostname} port=${server.port} dbname=${name} user=${server.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = ${connections}
`,
    )
    // It refuses to be run by root, and becomes somebody else once it has read its settings.
    const asWhom = process.getuid?.() === 0 ? ['-u', 'postgres'] : []
    pooler = spawn(pgbouncer, ['-q', ...asWhom, settings], { stdio: 'ignore' })
    const address = `postgres://${server.username}@127.0.0.1:${port}/${name}`
    await expect.poll(() => answers(address)).toBe(true)
    return address
  }

  async function answers(address: string): Promise<boolean> {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      return true
    } catch {
      return false
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  async function opened(address: string): Promise<string> {
    const house = openDatabase(address)
    try {
      await migrate(house)
      return 'opened'
    } catch (error) {
      return (error as Error).message
    } finally {
      await house.engine.rest()
      await house.db.destroy()
    }
  }

  test.each([1, 5])(
    'one that shares %i connections by the transaction is refused with a sentence that says what to do',
    async connections => {
      expect(await opened(await start('transaction', connections))).toMatch(
        /^Between the workbench and .+pool_mode = session/,
      )
    },
  )

  test('one that keeps a connection for a session is as good as the server itself', async () => {
    expect(await opened(await start('session', 20))).toBe('opened')
    expect(await opened(addressOf(name))).toBe('opened')
  })
})
