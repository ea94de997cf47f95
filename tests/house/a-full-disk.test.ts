import { afterEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { saysFull } from '../../src/errors.js'
import { PdfFailed } from '../../src/pdf/drawing.js'
import { deviceOf } from '../evidence/sending.js'
import { sqliteOf, testOfSqlite } from '../sqlite-of.js'
import { newWorld } from '../world.js'

const world = newWorld()
const { house } = world
/** More than is left free in the last page of any table. */
const long = `Two readers swapped books. ${'And then once more. '.repeat(600)}`
const noRoom = /no room left to store this/

/** From here on the file may not grow, as on a full disk: SQLite says so in the same words. */
function fill(): void {
  const sqlite = sqliteOf(house)
  sqlite.exec('create table if not exists filling (x)')
  sqlite.exec('create table if not exists filling_rest (x)')
  sqlite.pragma(`max_page_count = ${String(sqlite.pragma('page_count', { simple: true }))}`)
  untilFull(() => sqlite.exec('insert into filling values (zeroblob(3000))'))
  // The last pages one by one: of so many bytes one page more is needed, and little of the first.
  untilFull(() => sqlite.exec('insert into filling_rest values (zeroblob(4300))'))
}

function untilFull(more: () => void): void {
  try {
    for (;;) more()
  } catch (error) {
    expect((error as { code: string }).code).toBe('SQLITE_FULL')
  }
}

function free(): void {
  sqliteOf(house).pragma('max_page_count = 1073741823')
}

afterEach(() => {
  if (house.engine.kind === 'sqlite') free()
})

testOfSqlite(
  'a comment that a full disk has no room for comes back with its words, and is sent from there once there is',
  async () => {
    const sam = world.as('sam')
    const words = long.slice(0, 4900).trim()
    const comment = { kind: 'challenge', words, once: 'a-comment-on-a-full-disk' }
    const address = '/groups/reading/stages/evaluation/comments'
    fill()
    const refused = await sam.post(address, comment)
    expect(refused.status).toBe(507)
    expect(refused.text).toMatch(noRoom)
    expect(refused.text).toContain(words)
    expect(refused.text).toContain(`action="${address}"`)
    expect(refused.text).toContain('Send it again')
    free()
    expect((await sam.post(address, comment)).status).toBe(303)
  },
)

testOfSqlite('a text that is saved as it is typed is told that the disk is full', async () => {
  const text = '/texts/stage/reading-1/purpose.ethics'
  fill()
  const saving = world.as('sam').post(text, { body: long, version: 0 }).set('Accept', 'application/json')
  const answer = await saving
  expect([answer.status, answer.body as unknown]).toEqual([
    507,
    { message: expect.stringMatching(noRoom) as string, number: null },
  ])
  free()
  expect((await world.as('sam').post(text, { body: long, version: 0 }).set('Accept', 'application/json')).status).toBe(
    200,
  )
})

testOfSqlite('a piece of evidence and a capture are refused with every word kept, and come in afterwards', async () => {
  const sam = world.as('sam')
  await sam.known
  const capture = 'aaaaaaaa-0000-4000-8000-000000000001'
  const device = deviceOf(world, 'sam')
  fill()
  const logged = await sam.send('/groups/reading/evidence').field('whatWeSaw', long).field('audience', 'group')
  expect(logged.status).toBe(507)
  expect(logged.text).toContain(long.trim())
  const captured = await device.capture(capture, { whatWeSaw: long })
  expect(captured.status).toBe(507)
  expect(captured.text).toMatch(noRoom)
  free()
  expect((await device.capture(capture, { whatWeSaw: long })).status).toBeLessThan(300)
})

testOfSqlite('whoever cannot be signed in for want of room is told so, and their password stands nowhere', async () => {
  const sqlite = sqliteOf(house)
  const keep = sqlite.prepare(
    "insert into sessions (token_hash, person_id, started_at, last_seen_at) values (hex(randomblob(16)), 'nia', '2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z')",
  )
  fill()
  expect(() => {
    for (;;) keep.run()
  }).toThrow(/full/)
  const answer = await world.stranger.post('/sign-in', { email: 'sam@schools.example', password: password })
  expect(answer.status).toBe(507)
  expect(answer.text).toMatch(noRoom)
  expect(answer.text).not.toContain(password)
})

testOfSqlite('on a full disk everybody reads on', async () => {
  const sam = world.as('sam')
  await sam.known
  const old = new Date(Date.now() - 60_000).toISOString()
  await world.db
    .updateTable('sessions')
    .set({ lastSeenAt: old, notice: 'Saved.' })
    .where('personId', '=', 'sam')
    .execute()
  fill()
  for (const page of ['/', '/groups/reading', '/groups/reading/evidence'])
    expect((await sam.get(page)).status, page).toBe(200)
})

test('a full disk is seen through what was thrown about it, also where it comes from a thread', () => {
  const cause = new Error('ENOSPC: no space left on device, write')
  expect(saysFull(new PdfFailed('This PDF could not be drawn.', { cause }))).toBe(true)
  expect(saysFull(new PdfFailed('This PDF could not be drawn.', { cause: new Error('a picture is missing') }))).toBe(
    false,
  )
})

test('with little room left words alone are still saved, and a file is not', async () => {
  const sam = world.as('sam')
  await sam.known
  const little = world.anew({ store: { ...house.store, freeBytes: () => Promise.resolve(200 * 1024 ** 2) } })
  const own = world.as('sam', little)
  const logging = () => own.send('/groups/reading/evidence').field('audience', 'group')
  const words = await logging().field('whatWeSaw', 'Two readers swapped books.')
  expect(words.status).toBe(303)
  const withFile = await logging()
    .field('whatWeSaw', 'A list of books.')
    .attach('files', Buffer.from('Heidi'), 'list.txt')
  expect(withFile.status).toBe(507)
  expect(withFile.text).toContain('A list of books.')
})
