import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { carryOutGraveActs } from '../../src/grave-acts/carrying-out.js'
import { ranOn, secondsOf } from '../../src/backups/running-time.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { log } from '../evidence/real-files.js'
import { sqliteOf } from '../sqlite-of.js'
import { newWorld } from '../world.js'

const world = newWorld()
afterEach(() => standStillAt(null))

async function aWeekLater(): Promise<number> {
  standStillAt(new Date(Date.now() + 8 * 86_400_000).toISOString())
  await inOne(world.db, trx => ranOn(trx, secondsOf.days(8)))
  return carryOutGraveActs(world.house, brought.graveActs)
}

test('whoever leads an open group settles that first', async () => {
  const page = await world.as('sadia').get('/account/deletion')
  expect(page.text).toContain('You lead Reading by choice. Hand it over first, or close it.')
  expect(page.text).not.toContain('Close my account')
  expect((await world.as('sadia').post('/account/deletion', { choice: 'words stay' })).status).toBe(403)
})

test('the only administrator cannot go', async () => {
  expect((await world.as('alex').get('/account/deletion')).text).toContain('You are the only administrator')
})

test('it waits for a week, is told by letter, and can be stopped', async () => {
  await world.as('sam').post('/account/deletion', { choice: 'words stay' }).expect(303)
  await world.posted()
  expect(world.letters.find(one => one.subject === 'Your account will be erased')?.to).toContain('sam')
  expect(await carryOutGraveActs(world.house, brought.graveActs)).toBe(0)
  await world.as('sam').post('/account/deletion/stop').expect(303)
  expect(await aWeekLater()).toBe(0)
  expect((await world.as('sam').get('/account')).status).toBe(200)
})

test('then name, address and every way in are gone, and the work stays by a former member', async () => {
  const piece = await log(world.as('huw'), { whatWeSaw: 'Two readers under a coat.', audience: 'group' })
  await world
    .as('sadia')
    .post('/groups/reading/stages/context/comments', { kind: 'comment', words: 'What does @Huw ap Siôn think?' })
    .expect(303)
  const { email } = await world.db
    .selectFrom('people')
    .select('email')
    .where('id', '=', 'huw')
    .executeTakeFirstOrThrow()
  await world.as('sadia').post('/groups/reading/write-up').expect(303)
  const ethics = { body: 'Huw ap Siôn asked them. We agreed with Huw ap Siôn.', 'names-answer': 'as it is' }
  await world
    .as('sadia')
    .post('/texts/stage/reading-1/purpose.ethics', { ...ethics, version: 0 })
    .expect(303)
  await world.as('sadia').post('/texts/stage/reading-1/purpose.ethics', { body: 'We asked.', version: 1 }).expect(303)
  await world.as('huw').post('/account/deletion', { choice: 'words stay' }).expect(303)
  expect(await aWeekLater()).toBe(1)
  await world.following.settled()
  await world.house.engine.writeAnew()
  const person = await world.db.selectFrom('people').selectAll().where('id', '=', 'huw').executeTakeFirstOrThrow()
  expect(person).toMatchObject({ name: 'A former member', passwordHash: null })
  expect(person.email).toBe('huw@former.invalid')
  expect((await world.as('sadia').get(`/evidence/${piece}`)).text).toContain('A former member')
  expect((await world.as('sadia').get('/groups/reading/stages/context')).text).toContain('@A former member')
  const said = await Promise.all([
    world.db.selectFrom('texts').select('body').execute(),
    world.db.selectFrom('textVersions').select('body').execute(),
    world.db.selectFrom('writeUpParts').select('composed').execute(),
  ])
  expect(JSON.stringify(said)).not.toContain('Huw ap')
  expect(JSON.stringify(said)).toContain('A former member asked them. We agreed with a former member.')
  expect((await world.as('huw').get('/account')).status).not.toBe(200)
  if (world.house.engine.kind === 'sqlite') expect(readFileSync(sqliteOf(world.house).name).includes(email)).toBe(false)
})
