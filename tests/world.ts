import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import request, { type Response, type Test } from 'supertest'
import { afterAll, expect } from 'vitest'
import { createApp } from '../src/app.js'
import { type Db, openDatabase } from '../src/database.js'
import { folderStore } from '../src/files/store.js'
import { Following } from '../src/facts/following.js'
import { type HistoryLine, latestIn } from '../src/groups/history.js'
import type { House } from '../src/house.js'
import { KeyStore } from '../src/keys/store.js'
import type { Letter } from '../src/mail/mail.js'
import { postLetters } from '../src/mail/posting.js'
import type { Reader } from '../src/names/reader.js'
import { type AuditLine, auditTrail } from '../src/people/administration/audit-trail.js'
import { personById } from '../src/people/people.js'
import { brought } from '../src/rooms.js'
import { onThisMachine } from '../src/trusted-proxy.js'
import { hashOfToken, newToken } from '../src/web/new-id.js'
import { template } from './made-once.js'
import { wronglyKept } from './reach/kept.js'
import { wronglyIndexed } from './search/made-anew.js'

/** A browser of somebody: it keeps to our own pages, and shows its cookie. */
export interface Browser {
  get(address: string): Test
  post(address: string, fields?: Record<string, string | string[] | number>): Test
  /** The page that a form leads to. */
  led(address: string, fields?: Record<string, string | string[] | number>): Promise<Response>
  /** For forms with files: chain .field() and .attach(). */
  send(address: string): Test
  cookie: string
}

export interface World {
  house: House
  db: Db
  app: ReturnType<typeof createApp>
  following: Following
  /** Another app of the same house, as after a restart. */
  anew(change?: Partial<House>): ReturnType<typeof createApp>
  letters: Letter[]
  /** What follows has followed, and every letter that waits for others has gone out. */
  posted(): Promise<void>
  /** A signed-in browser of somebody of the cast. */
  as(person: string): Browser
  /** A browser of somebody who is not signed in. */
  stranger: Browser
  person(id: string): Promise<Reader>
  /** What stands in the history of a group, the newest first. */
  history(group: string): Promise<HistoryLine[]>
  /** What stands in the audit trail about this, the newest first. */
  audited(about: string): Promise<AuditLine[]>
  /** As a backup from before them, which knows of none of these facts. */
  forgetFacts(): void
}

/** The real app on a real database of its own with the whole cast, for one test file. */
export function newWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'))
  const file = join(folder, 'world.db')
  copyFileSync(template, file)
  const { db, sqlite } = openDatabase(file)
  const letters: Letter[] = []
  const keys = new KeyStore(join(folder, 'world.keys.db'), 'a secret for the tests')
  const house: House = {
    db,
    sqlite,
    store: folderStore(join(folder, 'uploads')),
    keys,
    journal: null,
    cache: join(folder, 'cache'),
    mail: { leaves: true, send: letter => (letters.push(letter), Promise.resolve(true)) },
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    baseUrl: 'http://localhost:3000',
    trustedProxy: onThisMachine,
    cast: null,
  }
  const following = new Following(house, brought.followers).start()
  const anew = (change: Partial<House> = {}) => createApp({ ...house, ...change }, following)
  const app = anew()
  afterAll(async () => {
    await following.settled()
    expect(await wronglyKept(db)).toEqual([])
    expect(await wronglyIndexed(house, brought.searchables)).toEqual([])
    await following.stop()
    keys.close()
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    house,
    db,
    app,
    following,
    anew,
    letters,
    async posted() {
      await following.settled()
      while ((await postLetters(house, brought, { quiet: -1, longest: -1 })) > 0);
    },
    stranger: browser(app, ''),
    as: person => browser(app, sessionOf(sqlite, person)),
    forgetFacts() {
      sqlite.exec('drop trigger if exists facts_no_delete')
      sqlite.exec('delete from fact_outbox; delete from fact_retries; delete from facts')
    },
    history: group => latestIn(db, brought.facts, group, 1000),
    audited: async about => (await auditTrail(db, brought.facts, { person: '', about }, 1, 1000)).rows,
    async person(id) {
      const found = await personById(db, id)
      if (!found) throw new Error(`There is no ${id} in the cast`)
      return found
    },
  }
}

function sessionOf(sqlite: House['sqlite'], person: string): string {
  const token = newToken()
  const at = new Date().toISOString()
  sqlite
    .prepare('insert into sessions (token_hash, person_id, started_at, last_seen_at) values (?, ?, ?, ?)')
    .run(hashOfToken(token), person, at, at)
  return `workbench=${token}`
}

function browser(app: World['app'], cookie: string): Browser {
  const ours = (test: Test) =>
    test.set('Cookie', cookie).set('Sec-Fetch-Site', 'same-origin').set('Accept', 'text/html')
  const get = (address: string) => ours(request(app).get(address))
  const post: Browser['post'] = (address, fields = {}) => ours(request(app).post(address)).type('form').send(fields)
  return {
    cookie,
    get,
    post,
    led: async (address, fields) => get((await post(address, fields).expect(303)).get('location')!),
    send: address => ours(request(app).post(address)),
  }
}
