import request, { type Response } from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { look } from '../../src/look/manifest.js'
import { newWorld, type World } from '../world.js'

let world: World

beforeAll(() => {
  world = newWorld()
})

const unpacks = { 'Accept-Encoding': 'br, gzip' }

function asked(address: string, headers: Record<string, string>): Promise<Response> {
  return request(world.app)
    .get(address)
    .set({ ...unpacks, ...headers })
    .then(answer => answer)
}

const packed = (answer: Response) => answer.headers['content-encoding'] ?? 'not packed'

test('a page travels packed to a colleague who came by our own links or typed its address', async () => {
  const { cookie, known } = world.as('nia')
  await known
  for (const site of ['same-origin', 'none']) {
    const page = await asked('/groups/talk', { Cookie: cookie, 'Sec-Fetch-Site': site })
    expect(page.status).toBe(200)
    expect(packed(page)).toBe('br')
  }
})

test('what another site lets a colleague’s browser ask for is not packed, so that its length tells nothing', async () => {
  const { cookie, known } = world.as('nia')
  await known
  for (const site of ['cross-site', 'same-site'])
    expect(packed(await asked('/search?q=secret', { Cookie: cookie, 'Sec-Fetch-Site': site }))).toBe('not packed')
  expect(packed(await asked('/search?q=secret', { Cookie: cookie }))).toBe('not packed')
})

test('published pages travel packed to everybody who is not signed in', async () => {
  expect(packed(await asked('/published', {}))).toBe('br')
  expect(packed(await asked('/published', { 'Sec-Fetch-Site': 'cross-site' }))).toBe('br')
})

test('stylesheet and script travel as the build packed them, and are kept for good under the address of this version', async () => {
  for (const address of [look().css, look().js]) {
    const answer = await asked(address, {})
    expect(packed(answer)).toBe('br')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  }
  expect((await asked('/assets/workbench.css', {})).headers['cache-control']).toBe('no-cache')
})

test('fonts, icons and the manifest are asked for under an address that changes with them', async () => {
  const page = (await world.stranger.get('/sign-in')).text
  const addresses = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(found => found[1]!)
  expect(addresses.length).toBeGreaterThan(6)
  expect(addresses.filter(address => !/\?v=[0-9a-f]{8,12}$/.test(address))).toEqual([])
  for (const address of addresses) expect((await asked(address, {})).status).toBe(200)
})

test('what a browser cannot unpack it is not sent', async () => {
  const plain = await request(world.app).get(look().css).set('Accept-Encoding', 'identity')
  expect(packed(plain)).toBe('not packed')
  expect(plain.text).toContain('@font-face')
})
