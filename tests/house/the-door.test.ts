import request from 'supertest'
import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()

test('whatever watches over the process is answered without a session', async () => {
  expect((await world.stranger.get('/healthz')).text).toBe('ok')
  expect((await world.stranger.get('/readyz')).text).toBe('ready')
})

test('an address that leads nowhere says so calmly', async () => {
  const page = await world.as('nia').get('/nowhere/at/all')
  expect(page.status).toBe(404)
  expect(page.text).toContain('We cannot find that')
})

test('a refusal leads back to the page of ours that led to it, and to no other site', async () => {
  const refused = (from: string) => world.as('nia').get('/groups/nowhere').set('Referer', from)
  const back = '<a href="/networks/hafren">Back to the page before</a>'
  expect((await refused(`${world.house.baseUrl}/networks/hafren`)).text).toContain(back)
  expect((await refused(`${world.house.baseUrl}/groups/nowhere`)).text).not.toContain('Back to the page before')
  expect((await refused('https://elsewhere.example/networks/hafren')).text).not.toContain('Back to the page before')
})

test('a change that another site asks for is refused before it is read', async () => {
  const forged = await world.as('nia').post('/networks', {}).set('Sec-Fetch-Site', 'cross-site')
  expect(forged.status).toBe(403)
})

test('what no page does is refused at every address alike, whether or not something is there', async () => {
  const asked = (method: 'put' | 'trace' | 'delete', address: string) =>
    request(world.app)[method](address).set('Cookie', world.as('nia').cookie).set('Sec-Fetch-Site', 'same-origin')
  for (const method of ['put', 'trace', 'delete'] as const)
    for (const address of ['/', '/healthz', '/groups/reading/evidence', '/groups/nowhere', '/nowhere/at/all']) {
      const answer = await asked(method, address)
      expect([method, address, answer.status, answer.get('allow')]).toEqual([method, address, 405, 'GET, HEAD, POST'])
    }
})

test('nobody is told which ways an address can be asked: no page of ours needs to know', async () => {
  for (const site of ['same-origin', 'cross-site']) {
    const asked = await request(world.app).options('/groups/reading/evidence').set('Sec-Fetch-Site', site)
    expect(asked.status).toBe(404)
    expect(asked.headers).not.toHaveProperty('allow')
  }
})
