import { expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'

const world = newWorld()

test('the page says who I am, where, and since when', async () => {
  const page = await world.as('marek').get('/account')
  expect(page.status).toBe(200)
  expect(page.text).toContain('a co-leader for the theme What stays learned')
  expect(page.text).toContain('Revision that lasts')
  expect((await world.stranger.get('/account')).headers.location).toBe('/sign-in?next=%2Faccount')
})

test('a name is changed, and an empty one refused', async () => {
  const browser = world.as('alys')
  expect((await browser.post('/account/name', { name: '  ' })).status).toBe(422)
  expect((await browser.post('/account/name', { name: 'Alys Tŷ’n-y-coed Jones' })).status).toBe(303)
  expect((await world.person('alys')).name).toBe('Alys Tŷ’n-y-coed Jones')
})

test('an address is changed with the password only, to one that is free, and the old one is told', async () => {
  const browser = ownBrowser(world, '192.0.2.60')
  await browser.post('/sign-in', { email: 'maeve@schools.example', password })
  const wrong = await browser.post('/account/email', { email: 'new@schools.example', password: 'not mine at all' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="new@schools.example"')
  expect((await browser.post('/account/email', { email: 'sam@schools.example', password })).text).toContain(
    'Another account',
  )
  expect((await browser.post('/account/email', { email: 'Maeve.New@schools.example', password })).status).toBe(303)
  expect((await world.person('maeve')).email).toBe('maeve.new@schools.example')
  expect(world.letters.at(-1)!.to).toBe('maeve@schools.example')
})

test('a new password ends every other visit and keeps this one', async () => {
  const elsewhere = world.as('zofia')
  const browser = ownBrowser(world, '192.0.2.61')
  await browser.post('/sign-in', { email: 'zofia@schools.example', password })
  const before = browser.token()
  const fresh = 'geese in the corridor again'
  expect((await browser.post('/account/password', { current: 'wrong altogether', password: fresh })).text).toContain(
    'That is not your password',
  )
  expect((await browser.post('/account/password', { current: password, password: 'password1234' })).text).toContain(
    'guessed first',
  )
  expect((await browser.post('/account/password', { current: password, password: fresh })).status).toBe(303)
  expect(browser.token()).not.toBe(before)
  expect((await browser.get('/account')).text).toContain('Your password is changed')
  expect((await elsewhere.get('/account')).status).toBe(303)
  expect(world.letters.at(-1)!.to).toBe('zofia@schools.example')
})

test('a new password is not the old one', async () => {
  const browser = ownBrowser(world, '192.0.2.71')
  await browser.post('/sign-in', { email: 'gwen@schools.example', password })
  const again = await browser.post('/account/password', { current: password, password })
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('That is the password that you have now')])
})

test('of three forms that change a password at the same moment one is taken, and the others are told', async () => {
  const browser = ownBrowser(world, '192.0.2.72')
  await browser.post('/sign-in', { email: 'bilal@schools.example', password })
  const chosen = ['a kettle full of geese', 'seven slow green trains', 'marmalade under the stairs']
  const answers = await Promise.all(
    chosen.map(one => browser.post('/account/password', { current: password, password: one })),
  )
  const refused = answers.filter(answer => answer.status !== 303)
  expect(refused).toHaveLength(2)
  // One that was looked at only after the change finds that its old password is none any more.
  for (const { status, text } of refused)
    expect([status, text]).toEqual(
      status === 409
        ? [409, expect.stringContaining('was changed a moment ago')]
        : [422, expect.stringContaining('not your password')],
    )
  const taken = chosen[answers.findIndex(answer => answer.status === 303)]!
  const back = ownBrowser(world, '192.0.2.73')
  expect((await back.post('/sign-in', { email: 'bilal@schools.example', password: taken })).status).toBe(303)
})

test('guessing a password on the account page is slowed too', async () => {
  const browser = ownBrowser(world, '192.0.2.62')
  await browser.post('/sign-in', { email: 'ifan@schools.example', password })
  for (let time = 0; time < 4; time++)
    await browser.post('/account/email', { email: 'a@b.example', password: 'wrong altogether' })
  expect((await browser.post('/account/email', { email: 'a@b.example', password })).status).toBe(429)
})

test('signing out everywhere ends every visit', async () => {
  const [here, there] = [world.as('huw'), world.as('huw')]
  const out = await here.post('/account/sign-out-everywhere')
  expect(out.headers['clear-site-data']).toContain('storage')
  expect((await here.get('/account')).status).toBe(303)
  expect((await there.get('/account')).status).toBe(303)
})

test('every field that nobody asked for is refused', async () => {
  const answer = await world.as('gwen').post('/account/name', { name: 'Gwen', administratorSince: '2026-01-01' })
  expect(answer.status).toBe(422)
  expect((await world.person('gwen')).isAdministrator).toBe(false)
})
