import { once } from 'node:events'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evidenceColumns } from '../../src/evidence/columns.js'
import type { Piece } from '../../src/evidence/evidence.js'
import { evidenceInParts } from '../../src/evidence/listing/in-parts.js'
import { evidenceOf, noFilters } from '../../src/evidence/listing/listing.js'
import { sorts } from '../../src/evidence/listing/sorting.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { audienceInWords } from '../../src/reach/audience-in-words.js'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { text } from '../../src/web/columns.js'
import { asCsv, sendCsvInParts } from '../../src/web/csv.js'
import { logManyPieces } from '../bench/many-pieces.js'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'

const world = newWorld()
const listen = listenTo(world.house)
const many = 1300

beforeAll(async () => {
  await logManyPieces(world.db, 'reading', many)
  await beginAnew(world.db, brought.searchables)
  await bringUpToDate(world.db, brought.searchables)
})

test.each(['sadia', 'nia', 'huw'])('%s takes the list away as it stands on the page, in every order', async name => {
  const person = await world.person(name)
  const enquiry = await findEnquiry(world.db, person, 'reading')
  for (const { sort } of sorts) {
    const { pieces } = await evidenceOf(world.db, person, enquiry, noFilters, undefined, undefined, sort)
    expect(pieces.length).toBeGreaterThan(500)
    const lines = pieces.map(piece => ({ piece, seenBy: audienceInWords(piece, person) }))
    const answer = await world.as(name).get(`/groups/reading/evidence.csv?sort=${sort}`)
    const isShownSo = sort !== 'school' || enquiry.standing.member
    if (isShownSo) expect(answer.text).toBe(asCsv(evidenceColumns(world.house.baseUrl), lines))
  }
})

test('of pieces that were ticked, and of those that another room leaves, the file has these alone', async () => {
  const answer = await world
    .as('sadia')
    .get('/groups/reading/evidence.csv?pieces=many-11&pieces=many-700&pieces=nothing')
  expect(
    answer.text
      .split('\r\n')
      .slice(1, -1)
      .map(line => line.split(',')[0]),
  ).toEqual(['"E12"', '"E701"'])
})

test('a longer list is read in more parts, none of them longer', async () => {
  const person = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, person, 'reading')
  const longest = async (filters: typeof noFilters) => {
    let [most, all] = [0, 0]
    const asked = await listen(async () => {
      for await (const part of evidenceInParts(world.db, person, enquiry, filters, undefined, '')) {
        most = Math.max(most, part.length)
        all += part.length
      }
    })
    const rows = asked.map(one => one.parameters.length)
    return { most, all, widest: Math.max(...rows), asked: asked.length }
  }
  const some = await longest({ ...noFilters, kind: 'pupil-work' })
  const whole = await longest(noFilters)
  expect(whole.all).toBeGreaterThan(2 * some.all)
  expect(whole.most).toBeLessThanOrEqual(125)
  expect(whole.widest).toBeLessThan(5000)
  expect(whole.asked).toBeLessThan(30 + whole.all / 20)
})

test('what was withdrawn after the list was begun is not in it', async () => {
  const person = await world.person('nia')
  const enquiry = await findEnquiry(world.db, person, 'reading')
  const parts = evidenceInParts(world.db, person, enquiry, noFilters, undefined, 'number')
  const first = (await parts.next()).value as Piece[]
  const { piece } = await lastOf('nia')
  await world.db.updateTable('evidence').set({ reach: 'author' }).where('id', '=', piece.id).execute()
  const later: Piece[] = []
  for await (const part of parts) later.push(...part)
  await world.db.updateTable('evidence').set({ reach: piece.reach }).where('id', '=', piece.id).execute()
  expect(first.length).toBeGreaterThan(0)
  expect(later.map(one => one.id)).not.toContain(piece.id)
})

const app = express()
const server = createServer(app)
let ended: (how: string) => void
let breaks = false
const column = [text<string>('Words', 10, words => words)]

async function* words(): AsyncGenerator<string[]> {
  try {
    for (let part = 0; part < 200; part++) {
      if (breaks && part === 100) throw new Error('The disk is gone.')
      yield Array.from({ length: 500 }, () => 'a long line of words '.repeat(20))
      await new Promise(resolve => setImmediate(resolve))
    }
    ended('all was read')
  } finally {
    ended('it was let go')
  }
}

beforeAll(async () => {
  app.get('/long.csv', (_req, res) => sendCsvInParts(res, 'long', column, words()))
  app.get('/never.csv', (_req, res) =>
    sendCsvInParts(
      res,
      'never',
      column,
      // oxlint-disable-next-line require-yield
      (async function* (): AsyncGenerator<string[]> {
        await Promise.reject(new Error('There is no such thing.'))
      })(),
    ),
  )
  app.use(((_error, _req, res, next) =>
    res.headersSent ? next(_error) : res.status(500).end('our mistake')) satisfies express.ErrorRequestHandler)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
})

test('whoever goes away ends the reading of a list', async () => {
  breaks = false
  const how = new Promise<string>(resolve => (ended = resolve))
  const answer = await answered('/long.csv')
  answer.once('data', () => answer.destroy())
  expect(await how).toBe('it was let go')
})

test('a list that breaks off does not look like one that is whole', async () => {
  breaks = true
  ended = () => undefined
  const answer = await answered('/long.csv')
  expect(answer.statusCode).toBe(200)
  answer.resume()
  await expect(once(answer, 'end')).rejects.toThrow('aborted')
})

test('a mistake before the first line is a page', async () => {
  const answer = await answered('/never.csv')
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([500, undefined])
  answer.destroy()
})

function answered(path: string): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path }, resolve).on('error', reject)
  })
}

async function lastOf(name: string) {
  const person = await world.person(name)
  const enquiry = await findEnquiry(world.db, person, 'reading')
  const { pieces } = await evidenceOf(world.db, person, enquiry, noFilters, undefined, undefined, 'number')
  return { piece: pieces.findLast(one => one.reach === 'network')! }
}
