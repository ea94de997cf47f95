import { afterEach, beforeAll, expect, test } from 'vitest'
import { ranOn, secondsOf } from '../../src/backups/running-time.js'
import { inOne } from '../../src/database.js'
import { carryOutGraveActs } from '../../src/grave-acts/carrying-out.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { confirmedBy } from '../people/second-person.js'
import { newWorld } from '../world.js'

const world = newWorld()
const anew = 'two brown wrens sing'
let key = ''

beforeAll(async () => {
  key = (await world.as('sam').post('/groups/reading/keys', { passphrase: 'four quiet herons walk' })).headers.location!
  await world.as('imran').post('/networks/hafren/schools/weir/data-leads', { person: 'zofia' }).expect(303)
  await confirmedBy(world, 'rhian', 'zofia')
})
afterEach(() => standStillAt(null))

async function ask(): Promise<string> {
  await world.as('zofia').post(`${key}/takeovers`, { because: 'Nobody knows the passphrase' }).expect(303)
  const open = world.db.selectFrom('graveActs').select('id').where('stoppedAt', 'is', null).where('doneAt', 'is', null)
  return `/grave-acts/${(await open.executeTakeFirstOrThrow()).id}`
}

async function later(hours: number, ran = hours): Promise<void> {
  standStillAt(new Date(Date.now() + hours * 3_600_000).toISOString())
  await inOne(world.db, trx => ranOn(trx, secondsOf.hours(ran)))
}

const asksForTheOldOne = async () =>
  (await world.as('zofia').get(`${key}/handover`)).text.includes('Its passphrase now')
const takes = () => world.as('zofia').post(`${key}/owner`, { passphrase: anew })

test('whoever looks after the key reads of it at once, and stops it; it stays with them', async () => {
  const page = await ask()
  await world.posted()
  const told = world.letters.filter(one => one.subject.includes('asks to take over the key')).map(one => one.to)
  expect(told).toEqual(expect.arrayContaining(['sam@schools.example', 'imran@schools.example']))
  expect((await world.as('sam').get('/')).text).toContain('asks to take over the key of Weir Lane')
  expect((await world.as('imran').get('/')).text).toContain('It takes a second person')
  await world.as('sadia').get(page).expect(404)
  await world.as('alex').get(page).expect(404)
  await world.as('nia').post(`${page}/stop`).expect(404)
  await world.as('sam').post(`${page}/stop`).expect(303)
  expect((await world.as('zofia').get(page)).text).toContain('It was stopped by Sam')
  expect((await world.as('imran').post(`${page}/agreement`)).status).toBe(409)
  expect(await asksForTheOldOne()).toBe(true)
})

test('agreed to, it is told to the head and waits for a day on which the workbench ran', async () => {
  const page = await ask()
  expect((await world.as('zofia').post(`${page}/agreement`)).status).toBe(403)
  await world.as('imran').post(`${page}/agreement`).expect(303)
  await world.posted()
  const told = world.letters.filter(one => one.subject.includes('can take over the key')).map(one => one.to)
  expect(told).toEqual(expect.arrayContaining(['sam@schools.example', 'zofia@schools.example']))
  expect(await asksForTheOldOne()).toBe(true)
  expect((await world.as('imran').get('/')).text).toContain('can take over the key of Weir Lane')
  await world.as('imran').post(`${page}/seen`).expect(303)
  expect((await world.as('imran').get('/')).text).not.toContain('can take over the key of Weir Lane')
  await later(25, 20)
  expect((await takes()).status).toBe(422)
})

test('then the data lead chooses its passphrase, once, and whoever had it opens it no more', async () => {
  await later(26)
  expect(await carryOutGraveActs(world.house, brought.graveActs)).toBe(0)
  expect((await world.as('zofia').get('/')).text).toContain('Choose its new passphrase')
  expect((await takes()).status).toBe(303)
  await world.as('zofia').post(`${key}/openings`, { because: 'I look after it now', passphrase: anew }).expect(303)
  expect((await world.as('sam').get(key)).status).toBe(404)
  const { because, doneAt } = await world.db
    .selectFrom('graveActs')
    .select(['because', 'doneAt'])
    .where('stoppedAt', 'is', null)
    .executeTakeFirstOrThrow()
  expect([because, doneAt === null]).toEqual(['', false])
})

test('an account of this week is no second person', async () => {
  await world.db.updateTable('pupilKeys').set({ ownerId: 'sam' }).execute()
  const page = await ask()
  await world.db.updateTable('people').set({ createdAt: new Date().toISOString() }).where('id', '=', 'imran').execute()
  expect((await world.as('imran').post(`${page}/agreement`)).status).toBe(403)
})
