import { beforeEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { ownBrowser } from '../people/own-browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const here = '/networks/hafren/second-step'

beforeEach(async () => void (await world.db.deleteFrom('signInAttempts').execute()))

async function signsIn(id: string): Promise<string> {
  const browser = ownBrowser(world)
  await browser.post('/sign-in', { email: `${id}@schools.example`, password })
  const first = await browser.get('/account')
  return first.headers.location ?? 'in'
}

test('a leader asks everybody for a second step: all are told, led to it, and may put it off for fourteen days', async () => {
  expect(await signsIn('sam')).toBe('in')
  for (const who of ['sam', 'imran', 'tomasz']) await world.as(who).post(here).expect(403)
  for (const who of ['ruth', 'fiona']) await world.as(who).post(here).expect(404)
  expect((await world.as('nia').get(here)).text).toContain('Ask it of everybody?')
  await world.as('nia').post(here).expect(303)
  await world.as('nia').post(here).expect(303)
  await world.posted()
  const told = world.letters.filter(one => one.subject.includes('asks everybody for a second step'))
  expect(told.map(one => one.to)).toEqual(expect.arrayContaining(['sam@schools.example', 'fiona@schools.example']))
  expect(told.filter(one => one.to === 'sam@schools.example')).toHaveLength(1)
  expect(told.map(one => one.to)).not.toContain('marek@schools.example')

  expect(await signsIn('sam')).toContain('/account/second-step')
  // A guest of one group is in the network too.
  expect(await signsIn('fiona')).toContain('/account/second-step')
  expect(await signsIn('marek')).toBe('in')

  // Whoever was asked long ago for another reason has fourteen days from the day on which the network asked.
  await world.db
    .updateTable('secondStepsAsked')
    .set({ askedAt: '2026-01-01T00:00:00.000Z' })
    .where('personId', '=', 'sam')
    .execute()
  const browser = ownBrowser(world)
  await browser.post('/sign-in', { email: 'sam@schools.example', password })
  const led = (await browser.get('/account/second-step')).text
  expect(led).toContain('Your network asks everybody for a second step')
  expect(led).toContain('Not now')
  await world.db.updateTable('networksThatAsk').set({ askedAt: '2026-01-01T00:00:00.000Z' }).execute()
  expect((await browser.get('/account/second-step')).text).not.toContain('Not now')

  expect((await world.as('nia').get(here)).text).toContain('it is asked of everybody')
  await world.as('nia').post(`${here}/ending`).expect(303)
  expect(await signsIn('sam')).toBe('in')
  expect(await signsIn('nia')).toContain('/account/second-step')
})
