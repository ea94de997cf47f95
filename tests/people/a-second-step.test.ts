import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { password } from '../../src/demo/cast.js'
import { carryOutGraveActs } from '../../src/grave-acts/carrying-out.js'
import { makeResetLink } from '../../src/people/passwords/resetting-password.js'
import { inOne } from '../../src/database.js'
import { newWorld } from '../world.js'
import { type OwnBrowser, ownBrowser } from './own-browser.js'

const world = newWorld()
const door = '/sign-in/second-step'

/** What the app shows: now, or so many half minutes later. */
function codeOf(secret: string, later = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
}

/** As the person would: password, square, code, recovery codes. */
async function setUp(browser: OwnBrowser, next = '/account') {
  const begun = await browser.post('/account/second-step', { password, next })
  expect(begun.status).toBe(303)
  const page = await browser.get(begun.headers.location!)
  const secret = /data-copy="([A-Z2-7 ]+)"/.exec(page.text)![1]!.replaceAll(' ', '')
  expect(page.text).toContain(`secret=${secret}`)
  // The half minute before counts too, so that the code of now is still there for the next step.
  const done = await browser.post(begun.headers.location!, { code: codeOf(secret, -1) })
  expect(done.status).toBe(303)
  const shown = await browser.get(done.headers.location!)
  const codes = shown.text.match(/\b[a-z0-9]{4}(-[a-z0-9]{4}){3}\b/g)!.slice(0, 10)
  return { secret, codes, shown }
}

async function signedIn(id: string, from = '192.0.2.1'): Promise<OwnBrowser> {
  const browser = ownBrowser(world, from)
  await browser.post('/sign-in', { email: `${id}@schools.example`, password })
  return browser
}

test('a second step is set up with the password and a code, and asked for at the door from then on', async () => {
  const sadia = await signedIn('sadia')
  const elsewhere = await signedIn('sadia')
  expect((await sadia.post('/account/second-step', { password: 'not this one at all' })).text).toContain(
    'not your password',
  )
  const { secret, codes, shown } = await setUp(sadia)
  expect(new Set(codes).size).toBe(10)
  expect(shown.text).toContain('I have kept them')
  expect((await elsewhere.get('/account')).status).toBe(303)
  const account = await sadia.get('/account')
  expect(account.text).toContain('Recovery codes left: 10')
  await world.posted()
  expect(world.letters.at(-1)).toMatchObject({
    to: 'sadia@schools.example',
    subject: /second step was set up/ as never,
  })
  const row = await world.db
    .selectFrom('secondSteps')
    .selectAll()
    .where('personId', '=', 'sadia')
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(secret)
  const stored = await world.db.selectFrom('recoveryCodes').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain(codes[0]!.replaceAll('-', ''))

  const fresh = ownBrowser(world)
  const first = await fresh.post('/sign-in', { email: 'sadia@schools.example', password, next: '/groups/reading' })
  expect(first.headers.location).toBe(door)
  expect((await fresh.get('/account')).status).toBe(303)
  const page = await fresh.get(door)
  expect(page.text).toMatch(/inputmode="numeric"/)
  expect(page.text).toMatch(/autocomplete="one-time-code"/)
  expect((await fresh.post(door, { code: '' })).text).toContain('Enter the six digits')
  expect((await fresh.post(door, { code: '000000' })).status).toBe(422)
  const code = codeOf(secret)
  const second = await fresh.post(door, { code })
  expect(second.headers.location).toBe('/groups/reading')
  expect((await fresh.get('/account')).text).toContain('Sadia Qureshi')

  const again = await signedIn('sadia')
  const used = await again.post(door, { code })
  expect(used.status).toBe(422)
  expect(used.text).toContain('Each works once')
  const byRecovery = await again.post(door, { recovery: ` ${codes[3]!.toUpperCase()} ` })
  expect(byRecovery.headers.location).toBe('/')
  expect((await again.get('/account')).text).toContain('Recovery codes left: 9')
  const third = await signedIn('sadia')
  expect((await third.post(door, { recovery: codes[3]! })).status).toBe(422)
  await world.posted()
  expect(world.letters.at(-1)!.subject).toContain('A recovery code of yours was used')

  const anew = await third.post(door, { code: codeOf(secret, 1) })
  expect(anew.status).toBe(303)
  const changed = await third.post('/account/second-step/new-recovery-codes', { password, recovery: codes[4]! })
  expect(changed.status).toBe(303)
  expect((await third.get(changed.headers.location!)).text).not.toContain(codes[5]!)
  const fourth = await signedIn('sadia')
  expect((await fourth.post(door, { recovery: codes[5]! })).status).toBe(422)
})

test('wrong codes are slowed for one person from everywhere together, and a right password is needed to try', async () => {
  const { codes } = await setUp(await signedIn('huw'))
  expect((await ownBrowser(world).get(door)).headers.location).toBe('/sign-in')
  expect((await ownBrowser(world).post(door, { code: '123456' })).headers.location).toBe('/sign-in')
  const answers: number[] = []
  for (const from of ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4', '198.51.100.5', '198.51.100.6']) {
    const browser = await signedIn('huw', from)
    answers.push((await browser.post(door, { recovery: 'abcd-abcd-abcd-abcd' })).status)
  }
  expect(answers.slice(0, 4)).toEqual([422, 422, 422, 422])
  expect(answers).toContain(429)
  await world.db.deleteFrom('signInAttempts').execute()
  expect((await (await signedIn('huw')).post(door, { recovery: codes[0]! })).status).toBe(303)
})

test('a new password by a link does not drop the second step', async () => {
  const { codes } = await setUp(await signedIn('zofia'))
  const begun = await signedIn('zofia')
  const link = await inOne(world.db, trx => makeResetLink(trx, '', 'zofia'))
  const browser = ownBrowser(world)
  const chosen = await browser.post(link, { password: 'three calm otters by a lake' })
  expect(chosen.headers.location).toBe(door)
  expect((await browser.get('/account')).status).toBe(303)
  expect((await begun.get(door)).headers.location).toBe('/sign-in')
  expect((await browser.post(door, { recovery: codes[0]! })).headers.location).toBe('/')
  expect((await browser.get('/account')).text).toContain('Your new password is set')
})

test('it is taken off with the password and a code, and never with one of the two alone', async () => {
  const browser = await signedIn('mair')
  const { codes } = await setUp(browser)
  const off = '/account/second-step/off'
  expect((await browser.post(off, { password })).status).toBe(422)
  expect((await browser.post(off, { password: 'not this one at all', recovery: codes[0]! })).status).toBe(422)
  expect((await browser.post(off, { password, recovery: codes[0]! })).headers.location).toBe('/account')
  expect((await browser.get('/account')).text).toContain('Set up a second step')
  expect((await ownBrowser(world).post('/sign-in', { email: 'mair@schools.example', password })).headers.location).toBe(
    '/',
  )
  await world.posted()
  expect(world.letters.at(-1)!.subject).toContain('taken off')
  expect(await factsAbout('mair')).toContain('second step taken off')
})

test('what an administrator asks for somebody who lost everything is done after its time, and they read of it', async () => {
  const browser = await signedIn('bridie')
  await setUp(browser)
  const alex = world.as('alex')
  expect((await alex.get('/administration/people/bridie')).text).toContain('A lost second step')
  expect((await world.as('gwen').post('/administration/people/bridie/second-step-ended')).status).toBe(404)
  expect(
    (await alex.post('/administration/people/bridie/second-step-ended', { because: 'Everything is lost.' })).status,
  ).toBe(303)
  expect((await browser.get('/account')).status).toBe(200)
  await world.db
    .updateTable('graveActs')
    .set({ notBefore: daysAgo(1), ripeWhenRan: 0 })
    .execute()
  await carryOutGraveActs(world.house, brought.graveActs)
  expect(
    (await alex.post('/administration/people/bridie/second-step-ended', { because: 'Everything is lost.' })).status,
  ).toBe(409)
  expect((await browser.get('/account')).status).toBe(303)
  const back = await signedIn('bridie')
  await back.post('/account/second-step/later', { next: '/' })
  expect((await back.get('/')).text).toContain('took off your second step')
  await back.post('/account/second-step/taken-off/seen')
  expect((await back.get('/')).text).not.toContain('took off your second step')
  expect(await factsAbout('bridie')).toContain('second step taken off for somebody')
  await world.posted()
  expect(world.letters.at(-1)!.text).toContain('took it off just now')
})

test('whoever leads a network is led to it after the password, puts it off for fourteen days, then must', async () => {
  const nia = await signedIn('nia')
  const led = await nia.get('/groups/reading')
  expect(led.headers.location).toBe('/account/second-step?next=%2Fgroups%2Freading')
  expect((await nia.get(led.headers.location!)).text).toContain('Not now')
  expect((await nia.get('/account/second-step')).headers['cache-control']).toBe('no-store')
  expect((await nia.post('/account/second-step/later', { next: '/groups/reading' })).headers.location).toBe(
    '/groups/reading',
  )
  expect((await nia.get('/groups/reading')).status).not.toBe(303)

  const later = await signedIn('nia')
  expect((await later.get('/')).headers.location).toContain('/account/second-step')
  await world.db
    .updateTable('secondStepsAsked')
    .set({ askedAt: daysAgo(15) })
    .where('personId', '=', 'nia')
    .execute()
  const must = await later.get('/account/second-step')
  expect(must.text).not.toContain('Not now')
  expect((await later.post('/account/second-step/later', { next: '/' })).status).toBe(409)
  const sent = await later.post('/groups/reading/comments', { body: 'Words that were typed before.' })
  expect(sent.headers.location).toMatch(/^\/account\/second-step\?next=%2Fkept-forms%2F/)
  expect((await later.get('/help')).status).toBe(200)
  await setUp(later, '/')
  expect((await later.get('/account')).status).toBe(200)
  expect((await world.as('nia').get('/')).status).toBe(200)
})

test('somebody sees where they are signed in, and ends one session or all others', async () => {
  const here = await signedIn('gwen')
  await here.post('/account/sessions/ending-others')
  const [one, two, three] = [await signedIn('gwen'), await signedIn('gwen'), await signedIn('gwen')]
  const page = await here.get('/account')
  const ids = [...page.text.matchAll(/\/account\/sessions\/(\w+)\/ending"/g)].map(([, id]) => id!)
  expect(ids).toHaveLength(3)
  expect((await world.as('sam').post(`/account/sessions/${ids[0]}/ending`)).status).toBe(404)
  expect((await here.post(`/account/sessions/${ids[0]}/ending`)).status).toBe(303)
  const open = async () =>
    (await Promise.all([one, two, three].map(browser => browser.get('/account')))).filter(
      ({ status }) => status === 200,
    )
  expect(await open()).toHaveLength(2)
  expect((await here.post('/account/sessions/ending-others')).status).toBe(303)
  expect(await open()).toHaveLength(0)
  expect((await here.get('/account')).text).not.toContain('End all others')
})

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString()
}

async function factsAbout(id: string): Promise<string[]> {
  const rows = await world.db.selectFrom('facts').select('kind').where('aboutId', '=', id).execute()
  return rows.map(row => row.kind)
}
