import { beforeAll, expect, test } from 'vitest'
import type { FoundWriteUp } from '../../src/write-ups/write-ups.js'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'
import { begin, letOut, logPiece, write } from '../write-ups/writing.js'

const world = newWorld()
let writeUp: FoundWriteUp
let submission: string

const waiting = () =>
  world.db.selectFrom('submissions').selectAll().orderBy('submittedAt', 'desc').executeTakeFirstOrThrow()

beforeAll(async () => {
  const { db } = world
  await letOut(world, await logPiece(world, { title: 'A queue', words: 'Nine children queued for one thin book.' }))
  writeUp = await begin(world)
  // Tomasz leads the theme, and takes part in the group for a while.
  const of = {
    groupId: 'reading',
    personId: 'tomasz',
    role: 'volunteer',
    joinedAt: '2026-09-01T10:00:00.000Z',
  } as const
  const like = await db.selectFrom('groupPeople').selectAll().where('personId', '=', 'sam').executeTakeFirstOrThrow()
  await db
    .insertInto('groupPeople')
    .values({ ...like, ...of, id: 'tomasz-in-reading' })
    .execute()
  await write(world, writeUp, 'next', 'Who lends to whom, and why?', 'tomasz')
  await world.as('sadia').post(`/write-ups/${writeUp.id}/authors`, { authors: 'Sadia Rahman', schools: [] })
  await db
    .updateTable('groupPeople')
    .set({ leftAt: '2026-11-01T10:00:00.000Z' })
    .where('id', '=', 'tomasz-in-reading')
    .execute()
  await world.as('sadia').post(`/write-ups/${writeUp.id}/submission`).expect(303)
  submission = `/write-ups/${writeUp.id}/submission`
})

test('somebody who wrote on a write-up does not approve it, although they lead the theme and left the group', async () => {
  const page = await world.as('tomasz').get(submission)
  expect(page.text).toContain('You wrote on it yourself, so somebody who did not has to approve it.')
  expect(page.text).not.toContain('Approve and publish')
  const refused = await world
    .as('tomasz')
    .post(`/write-ups/${writeUp.id}/publication`, { hash: (await waiting()).hash })
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('you wrote on it yourself')
})

test('they may still return it, and a network leader who wrote nothing approves it', async () => {
  expect((await world.as('tomasz').get(submission)).text).toContain('Return')
  expect((await world.as('nia').get(submission)).text).toContain('Approve')
  await world
    .as('nia')
    .post(`/write-ups/${writeUp.id}/publication`, { hash: (await waiting()).hash })
    .expect(303)
})

test('whoever answers second reads who published it meanwhile, keeps their words, and is led to the edition', async () => {
  const words = 'Please say more about the boys who swapped.'
  const late = await world.as('tomasz').post(`/write-ups/${writeUp.id}/return`, { because: words })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Nia Prŷs has published it meanwhile.')
  expect(late.text).toContain(words)
  const [edition] = /\/published\/write-ups\/[\w-]+\?edition=1/.exec(late.text)!
  expect((await world.stranger.get(edition)).status).toBe(200)
  expect((await world.as('tomasz').get(submission)).text).toContain('has published it meanwhile.')
  expect((await world.as('imran').get(submission)).status).toBe(404)
})

test('where nothing has changed since, the write-up’s page says that it is published, and hands out the edition', async () => {
  const { text } = await world.as('sadia').get('/groups/reading/write-up')
  expect(text).toContain('Published: Edition 1')
  expect(text).toContain('nothing has changed since')
  expect(text).not.toMatch(/Clear to be submitted|PDF of the draft|Each says that it is a draft/)
  const files = [...text.matchAll(/href="([^"]+\.(?:pdf|docx|pptx))"/g)].map(found => found[1]!)
  expect(files.length).toBeGreaterThan(6)
  for (const file of files) expect(file).toMatch(/^\/published\/write-ups\//)
  await world.stranger.get(files.find(one => one.endsWith('/summary.docx'))!).expect(200)
})

test('a month later, with nothing written, it still says so', async () => {
  standStillAt(new Date(Date.now() + 40 * 86_400_000).toISOString())
  expect((await world.as('sadia').get('/groups/reading/write-up')).text).toContain('Published: Edition 1')
  standStillAt(null)
})

test('once something has changed, the draft and its files come, beside the way to the edition', async () => {
  await write(world, writeUp, 'next', 'Who reads to whom, and why?')
  const { text } = await world.as('sadia').get('/groups/reading/write-up')
  expect(text).toContain('Something has changed here since, for the next edition.')
  expect(text).toMatch(/Submit a new edition/)
  expect(text).toContain('Each says that it is a draft')
})
