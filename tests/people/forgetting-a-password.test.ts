import { expect, test, vi } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'

const world = newWorld()
const fresh = 'a kettle full of geese'

test('a link comes by letter, works once, and signs everybody else out', async () => {
  const elsewhere = world.as('sam')
  const browser = ownBrowser(world)
  expect((await browser.get('/forgotten-password')).text).toContain('Send me a link')
  const asked = await browser.post('/forgotten-password', { email: 'Sam@schools.example' })
  expect((await browser.get(asked.get('location')!)).text).toContain('Look at your letters')
  const link = await linkFor('sam@schools.example')
  expect(link).toMatch(/^http:\/\/localhost:3000\/password-resets\//)

  const address = new URL(link).pathname
  expect((await browser.get(address)).text).toContain('sam@schools.example')
  expect((await browser.get(address)).status).toBe(200)
  const short = await browser.post(address, { password: 'too short' })
  expect(short.status).toBe(422)
  expect(short.text).toContain('at least 12 characters')
  expect((await browser.post(address, { password: 'sam oneill 1' })).text).toContain('your name or email address')

  expect((await browser.post(address, { password: fresh })).status).toBe(303)
  expect((await browser.get('/account')).text).toContain('Your new password is set')
  expect((await elsewhere.get('/account')).status).toBe(303)
  expect((await browser.get(address)).status).toBe(410)
  expect((await browser.post(address, { password: fresh })).status).toBe(410)
  const back = ownBrowser(world, '192.0.2.31')
  expect((await back.post('/sign-in', { email: 'sam@schools.example', password })).status).toBe(422)
  expect((await back.post('/sign-in', { email: 'sam@schools.example', password: fresh })).status).toBe(303)
})

test('a link does not choose the old password, and says whether another one was chosen with it', async () => {
  const link = async () => {
    world.letters.length = 0
    await world.stranger.post('/forgotten-password', { email: 'bilal@schools.example' })
    return new URL(await linkFor('bilal@schools.example')).pathname
  }
  const older = await link()
  const address = await link()
  const same = await world.stranger.post(address, { password })
  expect([same.status, same.text]).toEqual([422, expect.stringContaining('That is the password that you have now')])
  const both = await Promise.all([
    ownBrowser(world, '192.0.2.35').post(address, { password: fresh }),
    ownBrowser(world, '192.0.2.36').post(address, { password: 'seven slow green trains' }),
  ])
  expect(both.map(answer => answer.status).sort()).toEqual([303, 410])
  const lost = both.find(answer => answer.status === 410)!.text
  expect(lost).toContain('A password was chosen with this one on')
  expect((await world.stranger.get(older)).text).toContain('No password was chosen with this one')
})

test('the answer is the same for an address that nobody has, and no letter leaves', async () => {
  const before = world.letters.length
  const known = await ownBrowser(world, '192.0.2.32').post('/forgotten-password', { email: 'gwen@schools.example' })
  const unknown = await ownBrowser(world, '192.0.2.32').post('/forgotten-password', { email: 'no-one@schools.example' })
  expect(unknown.text).toBe(known.text)
  await vi.waitFor(() => expect(world.letters.length).toBe(before + 1))
})

test('the link is never built from what a request says about its host', async () => {
  const asked = () => world.stranger.post('/forgotten-password', { email: 'ifan@schools.example' })
  expect((await asked().set('Host', 'evil.example')).status).toBe(421)
  await asked().set('Host', '127.0.0.1:8080').set('X-Forwarded-Host', 'evil.example')
  expect(await linkFor('ifan@schools.example')).toContain('http://localhost:3000/')
})

test('a newer link takes the place of an older one, and an hour is the longest', async () => {
  await world.stranger.post('/forgotten-password', { email: 'huw@schools.example' })
  const first = new URL(await linkFor('huw@schools.example')).pathname
  world.letters.length = 0
  await world.stranger.post('/forgotten-password', { email: 'huw@schools.example' })
  const second = new URL(await linkFor('huw@schools.example')).pathname
  expect((await world.stranger.get(first)).status).toBe(410)
  expect((await world.stranger.get(second)).status).toBe(200)
  await world.db
    .updateTable('passwordResets')
    .set({ expiresAt: new Date(Date.now() - 1000).toISOString() })
    .where('personId', '=', 'huw')
    .execute()
  expect((await world.stranger.get(second)).status).toBe(410)
})

test('without mail the page says whom to ask', async () => {
  const app = world.anew({ mail: { leaves: false, send: () => Promise.resolve(false) } })
  const page = await ownBrowser({ ...world, app }).get('/forgotten-password')
  expect(page.text).toContain('Ask a leader of your network')
  expect(page.text).not.toContain('Send me a link')
})

test('where no letters leave, a network leader makes a link to hand over for somebody of their network, and it is written down', async () => {
  const app = world.anew({ mail: { leaves: false, send: () => Promise.resolve(false) } })
  const nia = ownBrowser({ ...world, app }, '192.0.2.41')
  await nia.post('/sign-in', { email: 'nia@schools.example', password })
  await nia.post('/account/second-step/later', { next: '/' })
  expect((await nia.get('/people/eleri/password-reset')).text).toContain('What will happen')
  const made = await nia.get((await nia.post('/people/eleri/password-reset')).get('location')!)
  const link = /http:\/\/localhost:3000(\/password-resets\/[\w-]+)/.exec(made.text)![1]!
  expect((await world.stranger.get(link)).status).toBe(200)
  const lines = (await world.audited('person')).filter(line => line.aboutId === 'eleri')
  expect(lines.map(line => [line.person, line.did])).toContainEqual(['Nia Prŷs', 'made a reset link to hand over'])
  expect(JSON.stringify(lines)).not.toContain(link.split('/').at(-1))
})

test('nobody makes a link for whoever reaches further than they do', async () => {
  expect((await world.as('nia').get('/people/alex/password-reset')).status).toBe(404)
  expect((await world.as('nia').get('/people/ruth/password-reset')).status).toBe(404)
  expect((await world.as('sadia').post('/people/sam/password-reset')).status).toBe(404)
  expect((await world.stranger.post('/people/sam/password-reset')).status).toBe(303)
  await world.db
    .insertInto('networkRoles')
    .values({
      id: 'eleri-too',
      networkId: 'harbour',
      personId: 'eleri',
      role: 'staff',
      schoolId: 'quay',
      themeId: null,
      beganAt: '2026-01-01',
      beganBy: null,
      endedAt: null,
      endedBy: null,
    }) // prettier-ignore
    .execute()
  expect((await world.as('nia').get('/people/eleri/password-reset')).status).toBe(404)
  expect((await world.as('alex').get('/people/eleri/password-reset')).status).toBe(200)
})

async function linkFor(email: string): Promise<string> {
  return vi.waitFor(() => {
    const letter = world.letters.find(one => one.to === email && one.text.includes('/password-resets/'))
    expect(letter).toBeDefined()
    return /http\S+/.exec(letter!.text)![0]
  })
}
