import request from 'supertest'
import { expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { castToChoose } from '../../src/demo/cast-to-choose.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'

const world = newWorld()

test('somebody signs in with their email address and password, and goes on to where they were going', async () => {
  const browser = ownBrowser(world)
  const door = await browser.get('/sign-in?next=/groups/reading')
  expect(door.status).toBe(200)
  expect(door.headers['cache-control']).toBe('no-store')
  const answer = await browser.post('/sign-in', { email: ' Sadia@Schools.example ', password, next: '/groups/reading' })
  expect(answer.status).toBe(303)
  expect(answer.headers.location).toBe('/groups/reading')
  expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/)
  expect((await browser.get('/account')).text).toContain('Sadia Qureshi')
  expect((await browser.get('/sign-in?next=/about')).headers.location).toBe('/about')
})

test('a wrong password and an unknown address get the same answer, with the address kept and never the password', async () => {
  const browser = ownBrowser(world, '192.0.2.2')
  const wrong = await browser.post('/sign-in', { email: 'sam@schools.example', password: 'not this one at all' })
  const unknown = await browser.post('/sign-in', { email: 'nobody@schools.example', password: 'not this one at all' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  const same = (page: { text: string }) => page.text.replaceAll(/sam@|nobody@|name="once" value="[^"]*"/g, '')
  expect(same(wrong)).toBe(same(unknown))
  expect(wrong.text).toContain('value="sam@schools.example"')
  expect(wrong.text).not.toContain('not this one at all')
})

test('a disabled account gets the answer of a wrong password', async () => {
  await world.db.updateTable('people').set({ disabledAt: '2026-01-01' }).where('id', '=', 'bridie').execute()
  const answer = await ownBrowser(world, '192.0.2.3').post('/sign-in', { email: 'bridie@schools.example', password })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('do not go together')
})

test('an empty form says what is missing', async () => {
  const answer = await ownBrowser(world).post('/sign-in', { email: '', password: '' })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Enter an email address')
  expect(answer.text).toContain('Enter your password')
})

test('the way on never leads to another site', async () => {
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
    const answer = await ownBrowser(world).post('/sign-in', { email: 'gwen@schools.example', password, next })
    expect(answer.headers.location).toBe('/')
  }
})

test('signing in gives a new token, and signing out ends it and clears the browser', async () => {
  const browser = ownBrowser(world)
  await browser.post('/sign-in', { email: 'nia@schools.example', password })
  const first = browser.token()
  await browser.post('/sign-in', { email: 'nia@schools.example', password })
  expect(browser.token()).not.toBe(first)
  expect((await world.stranger.get('/account').set('Cookie', `workbench=${first}`)).status).toBe(303)

  const last = browser.token()
  const out = await browser.post('/sign-out')
  expect(out.headers.location).toBe('/sign-in?signed-out')
  expect(out.headers['clear-site-data']).toContain('cookies')
  expect((await world.stranger.get('/account').set('Cookie', `workbench=${last}`)).status).toBe(303)
  expect((await browser.get('/sign-in?signed-out')).text).toContain('You are signed out')
})

test('whoever is still here can say so, with and without a script', async () => {
  const nia = world.as('nia')
  await world.db
    .updateTable('sessions')
    .set({ lastSeenAt: minutesAgo(19) })
    .where('personId', '=', 'nia')
    .execute()
  expect((await nia.post('/sign-in/extend').set('Accept', 'application/json')).status).toBe(201)
  const rows = await world.db.selectFrom('sessions').select('lastSeenAt').where('personId', '=', 'nia').execute()
  expect(rows.some(row => row.lastSeenAt > minutesAgo(1))).toBe(true)
  expect((await nia.post('/sign-in/extend')).status).toBe(303)
  expect((await world.stranger.post('/sign-in/extend').set('Accept', 'application/json')).status).toBe(401)
})

test('a quiet session ends after twenty minutes, and a long one after ten hours', async () => {
  const quiet = world.as('huw')
  await world.db
    .updateTable('sessions')
    .set({ lastSeenAt: minutesAgo(21) })
    .where('personId', '=', 'huw')
    .execute()
  expect((await quiet.get('/account')).headers.location).toBe('/sign-in?next=%2Faccount')
  const long = world.as('zofia')
  await world.db
    .updateTable('sessions')
    .set({ startedAt: minutesAgo(601) })
    .where('personId', '=', 'zofia')
    .execute()
  expect((await long.get('/account')).status).toBe(303)
})

test('the cast comes in with one click, in the demo only', async () => {
  expect((await world.stranger.post('/sign-in/as', { person: 'nia' })).status).toBe(404)
  expect((await world.stranger.get('/sign-in')).text).not.toContain('Sign in as')

  const demo = world.anew({ cast: castToChoose() })
  const page = await request(demo).get('/sign-in').set('Accept', 'text/html')
  expect(page.text).toMatch(/Sign in as <b>Sadia Qureshi<\/b><span class="[^"]*"> — lead learner, Reading by choice/)
  expect(page.text.match(/name="person"/g)).toHaveLength(29)
  const post = (person: string) =>
    request(demo)
      .post('/sign-in/as')
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Accept', 'text/html')
      .type('form')
      .send({ person })
  const inside = await post('sadia')
  expect(inside.status).toBe(303)
  expect(inside.headers['set-cookie']?.[0]).toContain('workbench=')
  expect((await post('somebody-else')).status).toBe(404)
})

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString()
}
