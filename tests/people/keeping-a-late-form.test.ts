import { mayKeep } from '../../src/people/kept-forms/kept-forms.js'
import { afterEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'

const world = newWorld()
const words = 'Two of my quiet readers were telling each other the end of a book.'

afterEach(async () => {
  await world.db.deleteFrom('keptForms').execute()
  await world.db.deleteFrom('sentForms').execute()
})

test('what was posted after the session ran out comes back after signing in, and is sent once', async () => {
  const browser = await quiet('sadia')
  const account = await browser.post('/account/name', { name: 'Sadia Q' })
  expect(account.headers.location).toBe('/sign-in?next=%2F')

  const kept = await browser.post('/networks', { name: 'Quiet readers', about: words, once: 'x'.repeat(20) })
  expect(kept.status).toBe(303)
  const door = new URL(kept.headers.location!, 'http://localhost').searchParams.get('next')!
  expect(door).toMatch(/^\/kept-forms\/\w+$/)
  expect((await browser.get(kept.headers.location!)).text).toContain('What you typed is kept')
  const inside = await browser.post('/sign-in', { email: 'sadia@schools.example', password, next: door })
  expect(inside.headers.location).toBe(door)

  const page = await browser.get(door)
  expect(page.status).toBe(200)
  expect(page.text).toContain(words)
  expect(page.text).toContain('action="/networks"')
  expect(page.text).toContain('Send it now')
  const once = /name="once" value="(kept-form-\w+)"/.exec(page.text)![1]!
  await world.db
    .insertInto('sentForms')
    .values({ key: `sadia:/networks:${once}`, personId: 'sadia', answer: '/groups/new-one', sentAt: '2026-11-22' })
    .execute()
  expect((await browser.get(door)).status).toBe(404)
})

test('nobody else sees it, and it can be thrown away', async () => {
  const browser = await quiet('sam')
  const kept = await browser.post('/groups/reading/evidence', { words, password: 'never this', resetToken: 'nor this' })
  const door = new URL(kept.headers.location!, 'http://localhost').searchParams.get('next')!
  expect((await world.as('sadia').get(door)).status).toBe(404)
  const sadia = await ownBrowser(world).post('/sign-in', { email: 'sadia@schools.example', password, next: door })
  expect(sadia.headers.location).toBe('/')
  const [row] = await world.db.selectFrom('keptForms').selectAll().execute()
  expect(row!.fields).toContain('quiet readers')
  expect(row!.fields).not.toContain('this')

  const sam = world.as('sam')
  expect((await world.as('sadia').post(`${door}/removal`)).status).toBe(404)
  expect((await sam.post(`${door}/removal`)).status).toBe(303)
  expect((await sam.get(door)).status).toBe(404)
  expect(await world.db.selectFrom('keptForms').selectAll().execute()).toEqual([])
})

test('of a form with files the words are kept, and the page says that the files are not', async () => {
  const { cookie } = world.as('gwen')
  await lapse('gwen')
  const answer = await world.stranger
    .send('/groups/talk/evidence')
    .set('Cookie', cookie)
    .field('title', 'Tŷ gwyn')
    .field('words', words)
    .attach('files', Buffer.from('a,b\n1,2\n'), 'ages.csv')
  const door = new URL(answer.headers.location!, 'http://localhost').searchParams.get('next')!
  const page = await world.as('gwen').get(door)
  expect(page.text).toContain('Tŷ gwyn')
  expect(page.text).toContain('could not be kept')
  expect(page.text).toContain('enctype="multipart/form-data"')
})

test('a script gets 401 in JSON: its page keeps the words', async () => {
  const { cookie } = world.as('gwen')
  await lapse('gwen')
  const answer = await world.stranger
    .post('/texts/stage/talk-1/x', { body: words, version: 0 })
    .set('Cookie', cookie)
    .set('Accept', 'application/json')
  expect(answer.status).toBe(401)
  expect(answer.body).toEqual({ message: 'Sign in to go on.' })
  expect(await world.db.selectFrom('keptForms').selectAll().execute()).toEqual([])
})

test('a stranger’s form is not kept, nor one from another site, nor one that is far too large', async () => {
  expect((await world.stranger.post('/networks', { name: words })).headers.location).toBe('/sign-in?next=%2F')
  const { cookie } = world.as('gwen')
  await lapse('gwen')
  const forged = await world.stranger
    .post('/networks', { name: words })
    .set('Cookie', cookie)
    .set('Sec-Fetch-Site', 'cross-site')
  expect(forged.status).toBe(403)
  const large = world.stranger.send('/groups/talk/evidence').set('Cookie', cookie)
  for (let part = 0; part < 30; part++) void large.field(`words${part}`, 'a'.repeat(200_000))
  expect((await large).headers.location).toBe('/sign-in?next=%2F')
  expect(await world.db.selectFrom('keptForms').selectAll().execute()).toEqual([])
})

test('words that wait are shown at the next sign-in, whichever way it came about', async () => {
  const browser = await quiet('huw')
  await browser.post('/groups/reading/evidence', { words })
  const back = await ownBrowser(world, '192.0.2.50').post('/sign-in', { email: 'huw@schools.example', password })
  expect(back.headers.location).toMatch(/^\/kept-forms\//)
})

async function quiet(person: string) {
  const browser = ownBrowser(world, '192.0.2.51')
  await browser.post('/sign-in', { email: `${person}@schools.example`, password })
  await lapse(person)
  return browser
}

async function lapse(person: string): Promise<void> {
  const lastSeenAt = new Date(Date.now() - 21 * 60_000).toISOString()
  await world.db.updateTable('sessions').set({ lastSeenAt }).where('personId', '=', person).execute()
}

test('a form about a key to pupils’ names is not kept, whichever it is', () => {
  for (const address of [
    '/keys/k1/pupils',
    '/keys/k1/passphrase',
    '/groups/reading/keys',
    '/evidence/e1/named-pupil',
    '/names',
  ])
    expect(mayKeep(address), address).toBe(false)
  expect(mayKeep('/groups/reading/evidence')).toBe(true)
})

test('a reason stands under what it is a reason for', async () => {
  const browser = await quiet('sadia')
  const kept = await browser.post('/groups/reading/leverage', { pupils: 'yes', pupilsBecause: words })
  const door = new URL(kept.headers.location!, 'http://localhost').searchParams.get('next')!
  await browser.post('/sign-in', { email: 'sadia@schools.example', password, next: door })
  const page = (await browser.get(door)).text
  expect(page).toContain('<b>Pupils: why</b>')
  expect(page).not.toContain('Pupils because')
})
