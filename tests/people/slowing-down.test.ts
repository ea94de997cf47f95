import { beforeEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { inOne } from '../../src/database.js'
import { beginTry, holdSignInBack, triedWell } from '../../src/people/signing-in/slowing-down.js'
import { newWorld } from '../world.js'
import { ownBrowser } from './own-browser.js'

const world = newWorld()
const wrong = { email: 'ifan@schools.example', password: 'a wrong one, once more' }

beforeEach(async () => void (await world.db.deleteFrom('signInAttempts').execute()))

test('after some wrong tries the next must wait, a little longer each time, and the right password then works', async () => {
  const browser = ownBrowser(world, '192.0.2.10')
  for (let time = 0; time < 4; time++) expect((await browser.post('/sign-in', wrong)).status).toBe(422)
  const early = await browser.post('/sign-in', { ...wrong, password })
  expect(early.status).toBe(429)
  expect(Number(early.headers['retry-after'])).toBeGreaterThan(0)
  expect(early.text).toContain('Please wait')
  expect(early.text).toContain('value="ifan@schools.example"')

  await longAgo(2)
  expect((await browser.post('/sign-in', { ...wrong, password })).status).toBe(303)
  expect(await world.db.selectFrom('signInAttempts').selectAll().execute()).toEqual([])
})

test('a stranger who keeps guessing never keeps the owner out', async () => {
  const stranger = ownBrowser(world, '198.51.100.9')
  for (let time = 0; time < 8; time++) await stranger.post('/sign-in', wrong)
  const owner = await ownBrowser(world, '192.0.2.11').post('/sign-in', { ...wrong, password })
  expect(owner.status).toBe(303)
})

test('the wait grows to a minute and no further', async () => {
  const waits: number[] = []
  for (let time = 0; time < 14; time++) {
    const attempt = await trying('eleri@schools.example', '192.0.2.12')
    waits.push(attempt.wait)
    if (attempt.wait > 0) await longAgo(attempt.wait)
  }
  expect(Math.max(...waits)).toBeLessThanOrEqual(60)
  expect(waits.filter(wait => wait > 0).slice(0, 4)).toEqual([1, 2, 4, 8])
})

test('many tries at once do not slip through together', async () => {
  const tries = await Promise.all(Array.from({ length: 20 }, () => trying('maeve@schools.example', '192.0.2.13')))
  expect(tries.filter(one => one.wait === 0)).toHaveLength(4)
})

test('tries at one account from many addresses are held back, not refused', async () => {
  for (let place = 0; place < 14; place++) await trying('owen@schools.example', `203.0.113.${place}`)
  const began = Date.now()
  const attempt = await trying('owen@schools.example', '192.0.2.14')
  expect(attempt.wait).toBe(0)
  expect(Date.now() - began).toBeGreaterThan(400)
  await triedWell(world.db, attempt)
  expect(
    await world.db.selectFrom('signInAttempts').select('id').where('address', '=', '192.0.2.14').execute(),
  ).toEqual([])
})

test('what was typed as an address is not stored, only its hash', async () => {
  await trying('my password by mistake', '192.0.2.15')
  const [row] = await world.db.selectFrom('signInAttempts').selectAll().execute()
  expect(row!.account).toMatch(/^[0-9a-f]{64}$/)
})

/** A try as each door makes it. */
async function trying(account: string, address: string) {
  const attempt = await inOne(world.db, trx => beginTry(trx, account, address))
  await holdSignInBack(attempt)
  return attempt
}

/** Lets time pass for the tries so far. */
async function longAgo(seconds: number): Promise<void> {
  const rows = await world.db.selectFrom('signInAttempts').selectAll().execute()
  for (const { id, failedAt } of rows) {
    const earlier = new Date(Date.parse(failedAt) - seconds * 1000).toISOString()
    await world.db.updateTable('signInAttempts').set({ failedAt: earlier }).where('id', '=', id).execute()
  }
}
