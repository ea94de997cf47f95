import { expect, test } from 'vitest'
import sharp from 'sharp'
import { written } from '../../src/names/written.js'
import { newWorld } from '../world.js'

const world = newWorld()

test('the log page asks which group, and without one says what to do', async () => {
  const page = await world.as('sam').get('/log')
  expect(page.status).toBe(200)
  expect(page.text).toContain('<option value="reading"')
  expect((await world.stranger.get('/log')).headers.location).toBe('/sign-in?next=%2Flog')
})

test('sent without JavaScript, it is logged with what the system knows', async () => {
  const fields = { group: 'reading', whatWeSaw: 'From the log page', audience: 'author', kind: '', title: '' }
  const answer = await world.as('sam').post('/evidence', { ...fields, gatheredOn: '2026-11-01', capture: 'log-page-1' })
  expect(answer.status).toBe(303)
  const piece = await world.db
    .selectFrom('evidence')
    .innerJoin('evidenceSchools', 'evidenceSchools.evidenceId', 'evidence.id')
    .selectAll()
    .where('whatWeSaw', '=', written('From the log page'))
    .executeTakeFirstOrThrow()
  expect([piece.stage, piece.kind]).toEqual([expect.any(String), 'observation'])
})

test('what a device keeps holds nothing of anybody: it is the same page for each who asks', async () => {
  const address = '/log/without-signal'
  const capture = /name="capture" value="[^"]+"/
  const stranger = (await world.stranger.get(address)).text.replace(capture, '')
  expect(stranger).toContain('There is no signal here')
  expect(stranger).not.toMatch(/data-person|<option value="reading"/)
})

test('a device is told only of the groups that its person may log to, and only they get the key to their captures', async () => {
  const places = (await world.as('sam').get('/log/places').set('Accept', 'application/json')).body as {
    person: string
    publicKey: Record<string, string>
    places: { group: string; schools: object[] }[]
  }
  expect(places.person).toBe('sam')
  expect(places.places.map(place => place.group).sort()).toEqual(['marking', 'reading'])
  expect(places.publicKey.d).toBeUndefined()
  const keyOf = async (person: string) => {
    const answer = await world.as(person).get('/log/key').set('Accept', 'application/json')
    expect(answer.headers['cache-control']).toBe('no-store')
    return answer.body as { person: string; privateKey: Record<string, string> }
  }
  const [mine, again, theirs] = [await keyOf('sam'), await keyOf('sam'), await keyOf('sadia')]
  expect([mine.person, mine.privateKey.x]).toEqual(['sam', places.publicKey.x])
  expect(mine.privateKey.d).toBeTruthy()
  expect(again).toEqual(mine)
  expect(theirs.privateKey.d).not.toBe(mine.privateKey.d)
  for (const address of ['/log/places', '/log/key'])
    expect((await world.stranger.get(address).set('Accept', 'application/json')).status).toBe(401)
})

test('it installs: a manifest that opens the log page, icons of the right size, a worker that may look after every page', async () => {
  const manifest = (await world.stranger.get('/assets/manifest.webmanifest')).body as {
    start_url: string
    icons: { src: string; sizes: string; purpose?: string }[]
  }
  expect(manifest.start_url).toBe('/log')
  for (const icon of manifest.icons.filter(one => one.src.endsWith('.png'))) {
    const { width, height } = await sharp((await world.stranger.get(icon.src)).body as Buffer).metadata()
    expect(`${width}x${height}`).toBe(icon.sizes)
  }
  expect(manifest.icons.some(icon => icon.purpose === 'maskable')).toBe(true)
  const worker = await world.stranger.get('/service-worker.js')
  expect(worker.headers['content-type']).toMatch(/javascript/)
  expect(worker.headers['cache-control']).toBe('no-cache')
  expect(worker.text).toContain('/log/without-signal')
})

test('signing out clears the device, but for captures that are locked where their person leaves them', async () => {
  const all = await world.as('huw').post('/sign-out')
  expect(all.headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
  const left = await world.as('huw').post('/sign-out', { keep: 'sealed' })
  expect(left.headers['clear-site-data']).toBe('"cache", "cookies"')
  expect((await world.as('huw').post('/account/sign-out-everywhere', { keep: 'sealed' })).status).toBe(303)
})

test('a governor, who is in no group, reads who logs, and is not asked to join one', async () => {
  const page = (await world.as('dilys').get('/log')).text
  expect(page).toContain('Evidence is logged by colleagues of the schools')
  expect(page).not.toContain('Join a group')
  expect((await world.as('alys').get('/log')).text).toContain('Join a group')
})
