import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import request, { type Response, type Test } from 'supertest'
import { afterAll, expect } from 'vitest'
import { createApp } from '../src/app.js'
import { type Db, openDatabase, type OpenDatabase, openFile } from '../src/database.js'
import { ownStore } from './on-objects.js'
import { addressOf, castOnServer, dropDatabase, makeDatabase, postgresServer } from './on-postgres.js'
import { Following } from '../src/facts/following.js'
import { type HistoryLine, inSentences, linesOf } from '../src/groups/history.js'
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
import { sqliteOf } from './sqlite-of.js'

/** A browser of somebody: it keeps to our own pages, and shows its cookie. */
export interface Browser {
  get(address: string): Test
  post(address: string, fields?: Record<string, string | string[] | number>): Test
  /** The page that a form leads to. */
  led(address: string, fields?: Record<string, string | string[] | number>): Promise<Response>
  /** For forms with files: chain .field() and .attach(). */
  send(address: string): Test
  cookie: string
  /** When the database knows it. */
  known: Promise<unknown>
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
  /** A signed-in browser of somebody of the cast, of this app or another of the same house. */
  as(person: string, app?: RequestListener): Browser
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

/**
 * The real app on a real database of its own with the whole cast, for one test file.
 * @param own what stands in its house in the place of what would otherwise
 */
export function newWorld(own: Partial<House> = {}): World {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-'))
  const file = join(folder, 'world.db')
  const { db, engine, gone } = postgresServer ? ownDatabase() : ownFile(file)
  const letters: Letter[] = []
  const keys = new KeyStore(join(folder, 'world.keys.db'), 'a secret for the tests')
  const house: House = {
    db,
    engine,
    store: ownStore(join(folder, 'uploads')),
    keys,
    journal: null,
    cache: join(folder, 'cache'),
    mail: { leaves: true, send: letter => (letters.push(letter), Promise.resolve(true)) },
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    baseUrl: 'http://localhost:3000',
    trustedProxy: onThisMachine,
    cast: null,
    ...own,
  }
  const following = new Following(house, brought.followers).start()
  const anew = (change: Partial<House> = {}) => createApp({ ...house, ...change }, following)
  const app = anew()
  afterAll(async () => {
    await following.settled()
    expect(await wronglyKept(db)).toEqual([])
    expect(await wronglyIndexed(house, brought.searchables)).toEqual([])
    await following.stop()
    await keys.close()
    await engine.rest()
    await db.destroy()
    gone()
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
    as(person, its = app) {
      const { cookie, known } = sessionOf(house, person)
      return browser((req, res) => void known.then(() => void its(req, res)), cookie, known)
    },
    forgetFacts() {
      sqliteOf(house).exec('drop trigger if exists facts_no_delete')
      sqliteOf(house).exec('delete from fact_outbox; delete from fact_retries; delete from facts')
    },
    history: async group => inSentences(brought.facts, await linesOf(db, brought.facts, group).execute()),
    audited: async about => (await auditTrail(db, brought.facts, { person: '', about }, 1, 1000)).rows,
    async person(id) {
      const found = await personById(db, id)
      if (!found) throw new Error(`There is no ${id} in the cast`)
      return found
    },
  }
}

type Own = OpenDatabase & { gone(): void }

function ownFile(file: string): Own {
  copyFileSync(template, file)
  return { ...openFile(file), gone: () => undefined }
}

function ownDatabase(): Own {
  const name = `world_${newToken().slice(0, 12).toLowerCase().replace(/\W/g, '_')}`
  makeDatabase(name, castOnServer)
  return { ...openDatabase(addressOf(name)), gone: () => dropDatabase(name) }
}

/** @returns the cookie, and when it is known to the database */
function sessionOf({ db }: House, person: string): { cookie: string; known: Promise<unknown> } {
  const token = newToken()
  const at = new Date().toISOString()
  const known = db
    .insertInto('sessions')
    .values({ tokenHash: hashOfToken(token), personId: person, startedAt: at, lastSeenAt: at })
    .execute()
  return { cookie: `workbench=${token}`, known }
}

function browser(app: RequestListener, cookie: string, known: Promise<unknown> = Promise.resolve()): Browser {
  const ours = (test: Test) =>
    test.set('Cookie', cookie).set('Sec-Fetch-Site', 'same-origin').set('Accept', 'text/html')
  const get = (address: string) => ours(request(app).get(address))
  const post: Browser['post'] = (address, fields = {}) => ours(request(app).post(address)).type('form').send(fields)
  return {
    cookie,
    known,
    get,
    post,
    led: async (address, fields) => get((await post(address, fields).expect(303)).get('location')!),
    send: address => ours(request(app).post(address)),
  }
}
