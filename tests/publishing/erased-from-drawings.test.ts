import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { fileOf, log, real } from '../evidence/real-files.js'
import { forgetWhatWentSince } from '../../src/pdf/forgetting-alongside.js'
import { brought } from '../../src/rooms.js'
import { newWorld } from '../world.js'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'
import { begin, write } from '../write-ups/writing.js'

const world = newWorld()
const sam = world.as('sam')
let writeUp: FoundWriteUp
let piece: string
let address: string

/** Every drawn document that lies on the disk. */
const drawn = () =>
  readdirSync(world.house.cache, { recursive: true, encoding: 'utf8' })
    .map(name => join(world.house.cache, name))
    .filter(path => statSync(path).isFile())

/** A write-up that quotes a picture, and its PDF, drawn and kept. */
async function draw(): Promise<void> {
  const { number } = await world.db
    .selectFrom('evidence')
    .select('number')
    .where('id', '=', piece)
    .executeTakeFirstOrThrow()
  await write(world, writeUp, 'summary', `See this.\n\n[[E${number} picture]]`)
  const pdf = await sam.get('/groups/reading/write-up.pdf').buffer(true)
  expect([pdf.status, drawn().length]).toEqual([200, 1])
  expect(readFileSync(drawn()[0]!).includes('/Subtype /Image')).toBe(true)
}

beforeAll(async () => {
  const first = await log(sam, { audience: 'group' }, [real.photo])
  writeUp = await begin(world, 'reading', 'sam')
  expect(first).toBeTruthy()
})

beforeEach(async () => {
  piece = await log(sam, { audience: 'group' }, [real.photo])
  address = `/evidence/${piece}`
  await draw()
})

test('a picture that is taken out and erased is in no drawn PDF any more when the answer comes', async () => {
  const { row } = await fileOf(world, piece)
  expect((await sam.post(`${address}/files/${row.id}/removal`)).status).toBe(303)
  expect(drawn()).toEqual([])
})

test('so it is when consent is narrowed', async () => {
  const agreed = { who: 'pupils', audience: 'group', givenBy: 'A parent', givenOn: '2026-03-01', wording: '' }
  expect((await sam.post(`${address}/consent`, agreed)).status).toBe(303)
  expect(drawn()).toEqual([])
})

test('so it is when the earlier versions of a picture are erased', async () => {
  const { row } = await fileOf(world, piece)
  const at = `${address}/files/${row.id}/versions`
  await sam.send(at).field('version', 1).attach('files', real.chart.bytes, real.chart.name).expect(303)
  await draw()
  expect((await sam.post(`${at}/erasure`)).status).toBe(303)
  expect(drawn()).toEqual([])
})

test('so it is when the group chooses a pseudonym', async () => {
  const chosen = { kind: 'person', school: '', name: 'Gwenllian', also: '', pseudonym: 'Colleague G' }
  expect((await world.as('sadia').post('/groups/reading/pseudonyms', chosen)).status).toBe(303)
  expect(drawn()).toEqual([])
})

test('so it is when a pupil may be named, a piece is taken back as a draft, or withdrawn', async () => {
  await sam.post(`${address}/named-pupil`, { named: 'yes' }).expect(303)
  expect(drawn()).toEqual([])
  await sam.post(`${address}/named-pupil`, { named: 'no' }).expect(303)
  await draw()
  await sam.post(`${address}/sharing`, { audience: 'author' }).expect(303)
  expect(drawn()).toEqual([])
  await sam.post(`${address}/sharing`, { audience: 'group' }).expect(303)
  await draw()
  await sam.post(`${address}/withdrawal`, { reason: 'They asked us to' }).expect(303)
  expect(drawn()).toEqual([])
})

test('an instance that drew the same on a disk of its own forgets it too, once it looks', async () => {
  const other = { db: world.db, cache: join(world.house.cache, '..', 'cache-of-another') }
  const app = world.anew({ cache: other.cache })
  const of = () => readdirSync(join(other.cache, 'pdf')).filter(name => name.endsWith('.pdf'))
  const ask = () => world.as('sam', app).get('/groups/reading/write-up.pdf').buffer(true)
  expect((await ask()).status).toBe(200)
  await forgetWhatWentSince(other, brought.facts)
  expect((await ask()).status).toBe(200)
  expect(of()).toHaveLength(1)
  expect(await forgetWhatWentSince(other, brought.facts)).toBe(false)
  expect(of()).toHaveLength(1)

  const { row } = await fileOf(world, piece)
  expect((await sam.post(`${address}/files/${row.id}/removal`)).status).toBe(303)
  expect(of()).toHaveLength(1)
  expect(await forgetWhatWentSince(other, brought.facts)).toBe(true)
  expect(of()).toEqual([])
})
