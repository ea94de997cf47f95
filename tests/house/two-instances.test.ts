import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDatabase, type OpenDatabase } from '../../src/database.js'
import { refuseWhileRunning } from '../../src/database/engine.js'
import { migrate } from '../../src/migrate.js'
import { hashOfToken, newToken } from '../../src/web/new-id.js'
import { addressOf, castOnServer, dropDatabase, makeDatabase, postgresServer } from '../on-postgres.js'
import { kill, startWorkbench, type Workbench } from '../real-workbench.js'

// Real programs, at one database: they run where there is a server (npm run test:postgres).
describe.runIf(postgresServer)('two instances at one PostgreSQL database', { timeout: 300_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'workbench-two-'))
  const name = `two_${newToken().slice(0, 8).toLowerCase().replace(/\W/g, '_')}`
  let opened: OpenDatabase
  let running: Workbench[] = []
  let cookie = ''

  beforeAll(async () => {
    makeDatabase(name, castOnServer)
    opened = openDatabase(addressOf(name))
    const [token, at] = [newToken(), new Date().toISOString()]
    await opened.db
      .insertInto('sessions')
      .values({ tokenHash: hashOfToken(token), personId: 'sam', startedAt: at, lastSeenAt: at })
      .execute()
    cookie = `workbench=${token}`
  })
  afterEach(async () => {
    await Promise.all(running.map(kill))
    running = []
  })
  afterAll(async () => {
    await opened.engine.rest()
    await opened.db.destroy()
    dropDatabase(name)
    rmSync(home, { recursive: true, force: true })
  })

  const start = async () => {
    const one = await startWorkbench(home, addressOf(name))
    running.push(one)
    return one
  }
  const send = ({ port }: Workbench, address: string, fields: Record<string, string>) => {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.set(field, value)
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' }
    return fetch(`http://127.0.0.1:${port}${address}`, { method: 'POST', body: form, headers, redirect: 'manual' })
  }
  const log = (one: Workbench, whatWeSaw: string) => send(one, '/groups/reading/evidence', { whatWeSaw })
  const read = async ({ port }: Workbench, address: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, { headers: { Cookie: cookie } })
    return { status: answer.status, text: await answer.text() }
  }

  test('an empty database is brought up to date once, when both start at the same moment', async () => {
    const empty = `${name}_empty`
    makeDatabase(empty)
    try {
      const both = [1, 2].map(() => openDatabase(addressOf(empty)))
      const ran = await Promise.all(both.map(one => migrate(one)))
      expect(ran.map(names => names.length).sort((one, other) => one - other)).toEqual([0, ran.flat().length])
      expect(ran.flat().length).toBeGreaterThan(70)
      await Promise.all(both.map(one => one.db.destroy()))
    } finally {
      dropDatabase(empty)
    }
  })

  test('pieces that are logged at both at once have numbers of their own, one after the other', async () => {
    const [one, other] = [await start(), await start()]
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => log(at % 2 ? one : other, `Counted at once, number ${at}.`)),
    )
    expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 303))
    const rows = await opened.db
      .selectFrom('evidence')
      .select('number')
      .where('groupId', '=', 'reading')
      .where(sql<boolean>`what_we_saw like 'Counted at once%'`)
      .orderBy('number')
      .execute()
    expect(rows.map(row => row.number)).toEqual(Array.from({ length: 40 }, (_, at) => rows[0]!.number + at))
  })

  test('what is done at the one is found at the other from its answer on', async () => {
    const [one, other] = [await start(), await start()]
    for (const [here, there, word] of [
      [one, other, 'quagga'],
      [other, one, 'okapi'],
    ] as const) {
      expect((await log(here, `A ${word} came to school.`)).status).toBe(303)
      expect((await read(there, `/search?q=${word}`)).text).toContain(`<mark>${word}</mark>`)
    }
  })

  test('when the one that leads is killed the other leads, and nothing that was answered is lost', async () => {
    const [one, other] = [await start(), await start()]
    expect((await log(one, 'Said before it was killed.')).status).toBe(303)
    await expect(refuseWhileRunning(opened)).rejects.toThrow('A workbench is running on that database')
    await kill(one)
    expect((await log(other, 'Said after it was killed.')).status).toBe(303)
    await vi.waitFor(async () => expect(await opened.db.selectFrom('factOutbox').selectAll().execute()).toEqual([]), {
      timeout: 20_000,
    })
    const said = await opened.db
      .selectFrom('evidence')
      .select('whatWeSaw')
      .where(sql<boolean>`what_we_saw like 'Said %'`)
      .execute()
    expect(said.map(row => row.whatWeSaw).sort()).toEqual(['Said after it was killed.', 'Said before it was killed.'])
  })

  test('while a version is exchanged, an older one goes on answering and leads no more, until the newer is gone', async () => {
    const old = await start()
    const noted = (version: string, at: Date) =>
      sql`insert into upkeep (name, value) values ('version', ${`${version} ${at.toISOString()}`})
        on conflict (name) do update set value = excluded.value`.execute(opened.db)
    const left = async () => (await opened.db.selectFrom('factOutbox').select('factId').execute()).length
    try {
      await noted('99.0.0', new Date())
      await vi.waitFor(async () => expect(await opened.engine.leads()).toBe(true), { timeout: 10_000, interval: 250 })
      // Nobody follows here: what the older one writes waits for the newer.
      expect((await log(old, 'Logged at the older one.')).status).toBe(303)
      expect(await left()).toBeGreaterThan(0)
      await opened.engine.rest()
      await new Promise(resolve => setTimeout(resolve, 3000))
      expect(await left()).toBeGreaterThan(0)
    } finally {
      // The newer one was not heard of for six minutes: somebody went back.
      await noted('99.0.0', new Date(Date.now() - 360_000))
    }
    await vi.waitFor(async () => expect(await left()).toBe(0), { timeout: 20_000, interval: 250 })
  })

  test('connections that the server ends are opened again, and meanwhile there is one calm page', async () => {
    const one = await start()
    expect((await read(one, '/groups/reading')).status).toBe(200)
    const endAll = () =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`.execute(
        opened.db,
      )
    const asked = Array.from({ length: 20 }, async (_, at) => {
      if (at === 5) await endAll()
      return read(one, '/groups/reading')
    })
    for (const { status, text } of await Promise.all(asked)) {
      expect([200, 503]).toContain(status)
      if (status === 503) expect(text).toContain('Back in a moment')
    }
    await vi.waitFor(async () => expect((await read(one, '/groups/reading')).status).toBe(200), { timeout: 20_000 })
    expect((await log(one, 'Said once it was back.')).status).toBe(303)
  })
})
