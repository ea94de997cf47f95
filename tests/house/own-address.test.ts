import request from 'supertest'
import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld({ baseUrl: 'https://workbench.example.org' })
const asked = (host: string) => request(world.app).get('/sign-in').set('Host', host)

test('a name that was pointed at this machine is answered nothing', async () => {
  for (const host of [
    'evil.test',
    'evil.test:3000',
    'workbench.example.org.evil.test',
    'workbench.example.orgevil.test',
  ]) {
    const answer = await asked(host)
    expect([host, answer.status]).toEqual([host, 421])
    expect(answer.text).toContain('https://workbench.example.org')
  }
})

test('its own name is answered in any letters, and so is whoever asks by a number from beside it', async () => {
  for (const host of [
    'workbench.example.org',
    'Workbench.Example.org:443',
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    '10.0.0.4',
  ])
    expect([host, (await asked(host)).status]).toEqual([host, 200])
})

test('whoever watches over it may call it what they like', async () => {
  expect((await request(world.app).get('/healthz').set('Host', 'workbench-1.internal')).status).toBe(200)
  expect((await request(world.app).get('/readyz').set('Host', 'workbench-1.internal')).status).toBe(200)
})
