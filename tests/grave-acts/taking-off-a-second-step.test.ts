import { beforeEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { carryOutGraveActs } from '../../src/grave-acts/carrying-out.js'
import { brought } from '../../src/rooms.js'
import { newWorld } from '../world.js'
import { type OwnBrowser, ownBrowser } from '../people/own-browser.js'
import { ownPasskey } from '../people/own-passkey.js'

const world = newWorld()
const carryOut = () => carryOutGraveActs(world.house, brought.graveActs)
const why = { because: 'The telephone fell into the river, as Sam told me at school.' }
const off = (id: string) => `/administration/people/${id}/second-step-ended`

beforeEach(async () => {
  for (const table of [
    'graveActsTold',
    'graveActs',
    'secondStepsTakenOff',
    'passkeys',
    'recoveryCodes',
    'signInAttempts',
  ] as const)
    await world.db.deleteFrom(table).execute()
  const old = { administratorSince: '2026-01-01T00:00:00.000Z' }
  await world.db.updateTable('people').set({ administratorSince: null }).execute()
  await world.db.updateTable('people').set(old).where('id', '=', 'alex').execute()
  await world.db.updateTable('networkRoles').set({ beganAt: '2026-01-01T00:00:00.000Z' }).execute()
})

async function askedFor(id: string): Promise<string> {
  await ownPasskey().of(world, id)
  await world.as('alex').post(off(id), why).expect(303)
  const act = await world.db.selectFrom('graveActs').select('id').where('ofId', '=', id).executeTakeFirstOrThrow()
  return `/grave-acts/${act.id}`
}

async function row(page: string) {
  return world.db
    .selectFrom('graveActs')
    .selectAll()
    .where('id', '=', page.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
}

async function timePasses(page: string): Promise<void> {
  const id = page.split('/').at(-1)!
  await world.db
    .updateTable('graveActs')
    .set({ notBefore: '2026-01-02T00:00:00.000Z', ripeWhenRan: 0 })
    .where('id', '=', id)
    .execute()
  await carryOut()
}

async function hasOne(id: string): Promise<boolean> {
  return (await world.db.selectFrom('passkeys').select('id').where('personId', '=', id).execute()).length > 0
}

const hoursUntil = (moment: string | null) => Math.round((Date.parse(moment!) - Date.now()) / 3_600_000)

test('a second step is taken off once a second person has agreed and a day has passed, in which its owner reads of it', async () => {
  const page = await askedFor('sam')
  expect((await world.as('alex').get(page)).text).toMatch(/A second person must agree first: one of .*Nia/)
  expect((await row(page)).notBefore).toBeNull()
  await carryOut()
  expect(await hasOne('sam')).toBe(true)
  await world.posted()
  const letters = world.letters.filter(one => one.subject.includes('asks to take off'))
  expect(letters.map(one => one.to)).toEqual(expect.arrayContaining(['sam@schools.example', 'nia@schools.example']))
  expect(letters.find(one => one.to === 'sam@schools.example')!.text).toContain('stop it')

  expect((await world.as('sam').get('/')).text).toContain('asks to take off your second step')
  expect((await world.as('nia').get('/')).text).toContain('It takes a second person')
  for (const who of ['huw', 'ruth', 'gwen']) await world.as(who).get(page).expect(404)
  for (const who of ['huw', 'ruth']) await world.as(who).post(`${page}/agreement`).expect(404)
  for (const who of ['alex', 'sam']) await world.as(who).post(`${page}/agreement`).expect(403)

  await world.as('nia').post(`${page}/agreement`).expect(303)
  await world.as('nia').post(`${page}/agreement`).expect(409)
  expect(hoursUntil((await row(page)).notBefore)).toBe(24)
  await carryOut()
  expect(await hasOne('sam')).toBe(true)
  await timePasses(page)
  expect(await hasOne('sam')).toBe(false)
  await carryOut()
  expect(await world.db.selectFrom('secondStepsTakenOff').select('takenOffBy').execute()).toEqual([
    { takenOffBy: 'alex' },
  ])
  expect((await world.as('sam').get(page)).text).toContain('It has been done')
  expect((await world.as('sam').post(`${page}/stop`)).status).toBe(409)
})

test('its owner stops it without a reason, and so does whoever asked', async () => {
  const page = await askedFor('sam')
  await world.as('nia').post(`${page}/agreement`).expect(303)
  expect((await world.as('huw').post(`${page}/stop`)).status).toBe(404)
  await world.as('sam').post(`${page}/stop`).expect(303)
  await timePasses(page)
  expect(await hasOne('sam')).toBe(true)
  expect((await world.as('alex').get(page)).text).toContain('It was stopped by Sam')
  await world.posted()
  expect(world.letters.at(-1)).toMatchObject({ to: 'alex@schools.example' })
  expect(world.letters.at(-1)!.subject).toContain('Stopped')
  expect((await world.as('nia').post(`${page}/agreement`)).status).toBe(409)

  await world.db.deleteFrom('passkeys').execute()
  const again = await askedFor('huw')
  await world.as('alex').post(`${again}/stop`).expect(303)
  await timePasses(again)
  expect(await hasOne('huw')).toBe(true)
})

test('no second step is taken off without a reason, which those who are told read', async () => {
  await ownPasskey().of(world, 'sam')
  const without = await world.as('alex').post(off('sam'), { because: ' ' })
  expect([without.status, without.text]).toEqual([422, expect.stringContaining('Say why.')])
  await world.as('alex').post(off('sam'), why).expect(303)
  const { id } = await world.db.selectFrom('graveActs').select('id').executeTakeFirstOrThrow()
  for (const who of ['sam', 'nia', 'alex'])
    expect((await world.as(who).get(`/grave-acts/${id}`)).text).toContain('fell into the river')
})

test('whoever asked reads who stopped it and when, until they say that they have', async () => {
  const page = await askedFor('sam')
  await world.as('nia').post(`${page}/stop`).expect(303)
  const stopped = 'Nia Prŷs stopped what you asked for on'
  expect((await world.as('alex').get('/')).text).toContain(stopped)
  for (const who of ['nia', 'sam']) expect((await world.as(who).get('/')).text).not.toContain('stopped what you asked')
  expect((await world.as('alex').get(page)).text).toMatch(/It was stopped by Nia Prŷs on .*I have read this/s)
  expect((await world.as('alex').led(`${page}/seen`)).text).not.toContain(stopped)

  await world.db.deleteFrom('passkeys').execute()
  const taken = await askedFor('huw')
  await world.as('alex').post(`${taken}/stop`).expect(303)
  expect((await world.as('alex').get('/')).text).not.toContain('stopped what you asked')
})

test('whoever shows the second step at the door has not lost it, and has stopped what was asked', async () => {
  const key = ownPasskey()
  await key.of(world, 'huw')
  await world.as('alex').post(off('huw'), why).expect(303)
  const browser = await signedIn('huw')
  const asked = await browser.post('/sign-in/second-step/question')
  const { challenge } = asked.body as { challenge: string }
  await browser.post('/sign-in/second-step', { passkey: key.answer(challenge) })
  expect((await browser.get('/')).text).toContain('You have just shown it')
  const act = await world.db.selectFrom('graveActs').select(['stoppedBy']).executeTakeFirstOrThrow()
  expect(act.stoppedBy).toBe('huw')
})

test('where nobody else could agree it waits three days by itself, and the door does it when its time has come', async () => {
  await world.db.updateTable('networkRoles').set({ beganAt: new Date().toISOString() }).execute()
  const page = await askedFor('sam')
  expect(hoursUntil((await row(page)).notBefore)).toBe(72)
  expect((await world.as('alex').get(page)).text).toContain('There is no second person here')
  await world.db.updateTable('graveActs').set({ notBefore: '2026-01-02T00:00:00.000Z', ripeWhenRan: 0 }).execute()
  expect((await (await signedIn('sam')).get('/account')).status).toBe(200)
  expect(await hasOne('sam')).toBe(false)
})

test('a colleague who was made an administrator yesterday is no second person', async () => {
  await world.db.updateTable('networkRoles').set({ beganAt: new Date().toISOString() }).execute()
  await world.as('alex').post('/administration/people/carys/administrator-made').expect(303)
  const page = await askedFor('sam')
  expect((await world.as('carys').post(`${page}/agreement`)).status).toBe(403)
  await world.as('carys').post(`${page}/stop`).expect(303)
})

test('nobody asks for it for themselves or where there is nothing to take off, and asked twice it waits once', async () => {
  expect((await world.as('alex').post(off('alex'), why)).status).toBe(409)
  expect((await world.as('alex').post(off('sam'), why)).status).toBe(409)
  expect((await world.as('nia').post(off('sam'), why)).status).toBe(404)
  await askedFor('sam')
  await world.as('alex').post(off('sam'), why).expect(303)
  expect(await world.db.selectFrom('graveActs').select('id').execute()).toHaveLength(1)
  // Its owner has taken it off meanwhile: nothing is left to be done.
  await world.db.deleteFrom('passkeys').execute()
  await world.db.updateTable('graveActs').set({ notBefore: '2026-01-02T00:00:00.000Z', ripeWhenRan: 0 }).execute()
  await carryOut()
  const act = await world.db.selectFrom('graveActs').select(['stoppedAt', 'doneAt']).executeTakeFirstOrThrow()
  expect([act.stoppedAt === null, act.doneAt]).toEqual([false, null])
})

async function signedIn(id: string): Promise<OwnBrowser> {
  const browser = ownBrowser(world)
  await browser.post('/sign-in', { email: `${id}@schools.example`, password })
  return browser
}
