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

test('a change that another site asks for is refused before it is read', async () => {
  const forged = await world.as('nia').post('/networks', {}).set('Sec-Fetch-Site', 'cross-site')
  expect(forged.status).toBe(403)
})
