import { beforeEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { newWorld } from '../world.js'
import { type OwnBrowser, ownBrowser } from './own-browser.js'
import { ownPasskey } from './own-passkey.js'

const world = newWorld()
const door = '/sign-in/passkey'
const step = '/sign-in/second-step'
const here = '/account/second-step/passkeys'

beforeEach(async () => {
  for (const table of ['passkeys', 'recoveryCodes', 'signInAttempts'] as const)
    await world.db.deleteFrom(table).execute()
})

async function questionAt(browser: OwnBrowser, at = `${door}/question`): Promise<string> {
  const answer = await browser.post(at)
  expect(answer.status).toBe(200)
  return (answer.body as { challenge: string }).challenge
}

async function signedIn(id: string): Promise<OwnBrowser> {
  const browser = ownBrowser(world)
  await browser.post('/sign-in', { email: `${id}@schools.example`, password })
  return browser
}

test('a passkey is a whole sign-in, and asks for no second step', async () => {
  const key = ownPasskey()
  await key.of(world, 'sam')
  const browser = ownBrowser(world)
  const challenge = await questionAt(browser)
  const came = await browser.post(door, {
    passkey: key.answer(challenge, { userHandle: 'sam' }),
    next: '/groups/reading',
  })
  expect(came.headers.location).toBe('/groups/reading')
  expect((await browser.get('/account')).text).toContain('Sam O’Neill')
  const row = await world.db.selectFrom('passkeys').select(['counter', 'lastUsedAt']).executeTakeFirstOrThrow()
  expect(row).toMatchObject({ counter: 1, lastUsedAt: expect.any(String) as string })
})

test('what a passkey answers opens nothing twice, elsewhere, for another site, or when nobody has shown who they are', async () => {
  const key = ownPasskey()
  await key.of(world, 'sam')
  const browser = ownBrowser(world)
  const tried = async (make: (challenge: string) => string, by = browser) => {
    const answer = await by.post(door, { passkey: make(await questionAt(browser)) })
    expect([answer.status, (await by.get('/account')).status]).toEqual([422, 303])
    return answer.text
  }
  expect(await tried(challenge => key.answer(challenge, { origin: 'https://evil.example' }))).toContain('did not work')
  await tried(challenge => key.answer(challenge, { origin: 'http://localhost:3001' }))
  await tried(challenge => key.answer(challenge, { site: 'evil.example' }))
  await tried(challenge => key.answer(challenge, { type: 'webauthn.create' }))
  await tried(challenge => key.answer(challenge, { flags: 1 }))
  await tried(challenge => key.answer(challenge, { flags: 0 }))
  await tried(challenge => key.answer(challenge, { userHandle: 'alex' }))
  await tried(challenge => key.answer(challenge), ownBrowser(world))
  await tried(() => key.answer('a-question-that-nobody-asked'))
  await tried(challenge => ownPasskey().answer(challenge))
  await tried(challenge => key.answer(challenge).replace(/"signature":"./, '"signature":"A'))
  for (const words of ['', 'not json', '{}', '{"id":"x"}', '[]', 'null', '"'.repeat(20)]) await tried(() => words)

  const asked = await questionAt(browser)
  const good = key.answer(asked, { counter: 7 })
  expect((await browser.post(door, { passkey: good })).status).toBe(303)
  await browser.post('/sign-out')
  expect((await browser.post(door, { passkey: good })).status).toBe(422)

  const late = await questionAt(browser)
  await world.db.updateTable('passkeyQuestions').set({ endsAt: '2026-01-01T00:00:00.000Z' }).execute()
  expect((await browser.post(door, { passkey: key.answer(late, { counter: 8 }) })).status).toBe(422)
})

test('a passkey that counts back is refused, and its owner is told', async () => {
  const key = ownPasskey()
  await key.of(world, 'sam', 40)
  const browser = ownBrowser(world)
  for (const counter of [39, 40, 0]) {
    const answer = await browser.post(door, { passkey: key.answer(await questionAt(browser), { counter }) })
    expect(answer.text).toContain('answered more often than we know of')
  }
  expect((await browser.get('/account')).status).toBe(303)
  await world.posted()
  expect(world.letters.at(-1)).toMatchObject({ to: 'sam@schools.example' })
  expect(world.letters.at(-1)!.subject).toContain('passkey of yours was refused')
  expect((await browser.post(door, { passkey: key.answer(await questionAt(browser), { counter: 41 }) })).status).toBe(
    303,
  )
})

test('nobody’s passkey opens a disabled account', async () => {
  const key = ownPasskey()
  await key.of(world, 'zofia')
  const browser = ownBrowser(world)
  const challenge = await questionAt(browser)
  await world.as('alex').post('/administration/people/zofia/disabling').expect(303)
  expect((await browser.post(door, { passkey: key.answer(challenge) })).status).toBe(422)
  await world.as('alex').post('/administration/people/zofia/enabling').expect(303)
})

test('after a password a passkey is the second step: one’s own, asked for this step', async () => {
  const [own, other] = [ownPasskey(), ownPasskey()]
  await own.of(world, 'huw')
  await other.of(world, 'sam')
  const browser = await signedIn('huw')
  expect((await browser.get('/account')).status).toBe(303)
  const page = await browser.get(step)
  expect(page.text).toContain('Use a passkey')
  expect(page.text).not.toContain('Code of your app')
  const ask = () => questionAt(browser, `${step}/question`)
  expect((await browser.post(step, { passkey: other.answer(await ask()) })).status).toBe(422)
  // A question of the door is none of this step.
  expect((await browser.post(step, { passkey: own.answer(await questionAt(browser)) })).status).toBe(422)
  expect((await browser.post(door, { passkey: own.answer(await ask()) })).status).toBe(422)
  const empty = await browser.post(step, {})
  expect(empty.text).toContain('href="#f-recovery"')
  expect((await ownBrowser(world).post(`${step}/question`)).status).toBe(401)
  await world.db.deleteFrom('signInAttempts').execute()
  const came = await browser.post(step, { passkey: own.answer(await ask(), { counter: 5 }) })
  expect(came.headers.location).toBe('/')
  expect((await browser.get('/account')).text).toContain('Blue key')
})

test('a passkey is added with the password, and with the second step by whoever has one; recovery codes are shared', async () => {
  const sam = await signedIn('sam')
  expect((await sam.get(`${here}/new`)).text).toContain('What you call it')
  expect((await sam.post(`${here}/new`, { name: '', password })).text).toContain('Say what it is')
  expect((await sam.post(`${here}/new`, { name: 'My phone', password: 'wrong words here' })).status).toBe(422)
  const begun = await sam.post(`${here}/new`, { name: 'My phone', password })
  const adding = begun.headers.location!
  const challenge = async () => {
    const { text } = await sam.get(adding)
    return /challenge&#34;:&#34;([\w-]+)/.exec(text)![1]!
  }
  const key = ownPasskey()
  expect(
    (await sam.post(adding, { passkey: key.isNew(await challenge(), { origin: 'https://evil.example' }) })).status,
  ).toBe(422)
  expect((await sam.post(adding, { passkey: key.isNew(await challenge(), { flags: 65 }) })).status).toBe(422)
  expect((await sam.post(adding, { passkey: key.isNew('not-asked') })).status).toBe(422)
  const elsewhere = await signedIn('sam')
  const asked = await challenge()
  expect((await (await signedIn('huw')).post(adding, { passkey: key.isNew(asked) })).headers.location).toBe(
    `${here}/new`,
  )
  const added = await sam.post(adding, { passkey: key.isNew(asked) })
  expect(added.headers.location).toContain('/account/second-step/recovery-codes')
  const codes = (await sam.get(added.headers.location!)).text.match(/\b[a-z0-9]{4}(-[a-z0-9]{4}){3}\b/g)!
  expect((await elsewhere.get('/account')).status).toBe(303)
  await world.posted()
  expect(world.letters.at(-1)!.subject).toContain('passkey was added')

  // A second one takes the second step too, and no new codes are made.
  const refused = await sam.post(`${here}/new`, { name: 'Blue key', password })
  expect(refused.status).toBe(422)
  const more = await sam.post(`${here}/new`, { name: 'Blue key', password, recovery: codes[0] })
  expect(more.status).toBe(303)
  const second = ownPasskey()
  const { text } = await sam.get(more.headers.location!)
  const next = /challenge&#34;:&#34;([\w-]+)/.exec(text)![1]!
  expect((await sam.post(more.headers.location!, { passkey: second.isNew(next) })).headers.location).toBe(
    '/account#second-step',
  )
  const account = await sam.get('/account')
  expect(account.text).toContain('Recovery codes left: 9')
  expect(account.text).toMatch(/My phone[^]*Blue key/)

  const own = await world.db.selectFrom('passkeys').select('id').where('personId', '=', 'sam').execute()
  const page = `${here}/${own[0]!.id}`
  expect((await world.as('huw').get(page)).status).toBe(404)
  expect((await world.as('huw').post(page, { name: 'Mine' })).status).toBe(404)
  expect((await sam.post(page, { name: 'Old phone' })).status).toBe(303)
  expect((await sam.get('/account')).text).toContain('Old phone')
  expect((await sam.post(`${page}/removal`, { password })).status).toBe(422)
  expect((await sam.post(`${page}/removal`, { password: 'wrong words here', recovery: codes[1]! })).status).toBe(422)
  expect((await sam.post(`${page}/removal`, { password, recovery: codes[1]! })).headers.location).toBe(
    '/account#second-step',
  )
  expect((await sam.post(`${here}/${own[1]!.id}/removal`, { password, recovery: codes[2]! })).status).toBe(303)
  expect((await sam.get('/account')).text).toContain('Set up a second step')
  expect(await world.db.selectFrom('recoveryCodes').selectAll().execute()).toEqual([])
})

test('where the address has no https, the page says so and nothing is offered', async () => {
  const app = world.anew({ baseUrl: 'http://workbench.school.example' })
  const page = await world.as('sam', app).get(`${here}/new`)
  expect(page.text).toContain('begins with https')
  const asked = await world.as('sam', app).post('/sign-in/passkey/question')
  expect(asked.status).toBe(404)
  expect((await world.stranger.get('/sign-in')).text).toContain('Sign in with a passkey')
})
