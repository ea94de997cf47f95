import { afterAll, beforeAll, expect, test } from 'vitest'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
beforeAll(() => standStillAt('2026-11-24T09:00:00.000Z'))
afterAll(() => standStillAt(null))

test('a network leader reads what is due from others, with whom it waits for, beside what is due from herself', async () => {
  const sadia = world.as('sadia')
  const made = await sadia.post('/groups/reading/recommendations', {
    recommendation: 'Let children swap books at the door',
    reasons: 'They read more that they chose',
    releaseDays: '',
    cost: '',
  })
  await sadia.post(`${made.headers.location}/sending`, { schools: ['weir'] }).expect(303)
  const page = (await world.as('nia').get('/networks/hafren/week').expect(200)).text.replace(/&#39;/g, '’')
  const [ofHer, ofOthers] = [page.indexOf('<h2>Due from you</h2>'), page.indexOf('<h2>Due from others</h2>')]
  expect(ofOthers).toBeGreaterThan(ofHer)
  const said = page.slice(ofOthers, page.indexOf('<h2>What comes</h2>'))
  expect(said).toMatch(
    /The report of Reading by choice for Autumn term 2026 is not sent yet.*?Waits for Sadia Qureshi/s,
  )
  expect(said).toMatch(/has 1 recommendation to answer, since 24 November 2026.*?Waits for Imran/s)
  expect((await world.as('sadia').get('/networks/hafren/week')).status).toBe(404)
})
