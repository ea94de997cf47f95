import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { inOne, openFile } from '../../src/database.js'
import { carryOutGraveActs } from '../../src/grave-acts/carrying-out.js'
import { replayKeeping } from '../../src/keeping/replaying.js'
import { ranOn, secondsOf } from '../../src/backups/running-time.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { log } from '../evidence/real-files.js'
import { sqliteOf, testOfSqlite } from '../sqlite-of.js'
import { newWorld } from '../world.js'

const world = newWorld()
const home = mkdtempSync(join(tmpdir(), 'endings-'))
world.house.journal = join(home, 'withdrawals')
const page = '/groups/reading/deletion'
const carryOut = () => carryOutGraveActs(world.house, brought.graveActs)

beforeAll(async () => {
  await log(world.as('sam'), { whatWeSaw: 'Brindlewick under the table.', audience: 'group' })
})
afterEach(() => standStillAt(null))

async function later(hours: number, ran = hours): Promise<void> {
  standStillAt(new Date(Date.now() + hours * 3_600_000).toISOString())
  await inOne(world.db, trx => ranOn(trx, secondsOf.hours(ran)))
}

test('the page of erasing a group is its lead learner’s and its network leaders’', async () => {
  const sadia = await world.as('sadia').get(page)
  expect(sadia.status).toBe(200)
  expect(sadia.text).toContain('1 piece of evidence')
  expect(sadia.text).toContain('Close it instead')
  expect((await world.as('nia').get(page)).status).toBe(200)
  expect((await world.as('sam').get(page)).status).toBe(404)
  expect((await world.as('gwen').get(page)).status).toBe(404)
})

test('whoever asks says why, and cannot agree themselves', async () => {
  const empty = await world.as('sadia').post(page, { because: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Say why, in a sentence')
  await world.as('sadia').post(page, { because: 'The families asked us to' }).expect(303)
  expect((await world.as('sadia').post(`${page}/agreement`)).status).toBe(403)
  expect((await world.as('nia').get('/')).text).toContain('You are asked whether Reading by choice should be erased.')
  expect((await world.as('gwen').get('/')).text).not.toContain('should be erased')
  await later(48)
  expect(await carryOut()).toBe(0)
})

test('once the second person agrees, everybody in the group is told, and it can be stopped', async () => {
  await world.as('nia').post(`${page}/agreement`).expect(303)
  await world.posted()
  const told = world.letters.filter(one => one.subject === 'Reading by choice will be erased').map(one => one.to)
  expect(told.length).toBeGreaterThan(3)
  const ofSam = (await world.as('sam').get('/')).text
  expect(ofSam).toContain('Reading by choice will be erased')
  expect(ofSam).not.toContain('Read it, or stop it')
  // To close the group is nothing that they could do.
  expect((await world.as('sam').get(page)).text).not.toContain('Close it instead')
  expect((await world.as('sam').post(`${page}/stop`)).status).toBe(403)
  for (const person of ['sadia', 'nia']) expect((await world.as(person).get('/')).text).toContain('Read it, or stop it')
  expect((await world.as('sam').get(page)).status).toBe(200)
  const agreedAgain = await world.as('nia').post(`${page}/agreement`)
  expect([agreedAgain.status, agreedAgain.text]).toEqual([409, expect.stringContaining('answered already')])
  await world.as('sadia').post(`${page}/stop`).expect(303)
  const stoppedAgain = await world.as('sadia').post(`${page}/stop`)
  expect([stoppedAgain.status, stoppedAgain.text]).toEqual([409, expect.stringContaining('done or stopped already')])
  await later(48)
  expect(await carryOut()).toBe(0)
  expect((await world.as('sadia').get('/groups/reading')).status).toBe(200)
})

test('it waits for a day on which the workbench ran, whatever the clock says', async () => {
  await world.as('nia').post(page, { because: 'It was a trial' }).expect(303)
  expect((await world.as('rhian').post(`${page}/agreement`)).status).toBe(403)
  await world.as('sadia').post(`${page}/agreement`).expect(303)
  await later(24 * 400, 23)
  expect(await carryOut()).toBe(0)
  await later(2, 2)
  expect(await carryOut()).toBe(0)
})

const backup = join(home, 'backup.db')

test('then it goes, and nobody finds anything of it', async () => {
  if (world.house.engine.kind === 'sqlite') await sqliteOf(world.house).backup(backup)
  await later(25)
  expect(await carryOut()).toBe(1)
  await world.following.settled()
  expect((await world.as('sadia').get('/groups/reading')).status).toBe(404)
  expect(await world.db.selectFrom('evidence').select('id').where('groupId', '=', 'reading').execute()).toEqual([])
  expect((await world.as('sam').get('/')).text).not.toContain('Reading by choice')
})

testOfSqlite('a backup from before is made to forget it too, whatever its clock says', async () => {
  const opened = openFile(backup)
  const ahead = { id: 'ahead', at: '2090-01-01T00:00:00.000Z', personId: 'nia', did: 'looked' }
  await opened.db
    .insertInto('audit')
    .values({ ...ahead, aboutKind: null, aboutId: null, networkId: null })
    .execute()
  const pieces = () => opened.db.selectFrom('evidence').select('id').where('groupId', '=', 'reading').execute()
  expect(await pieces()).toHaveLength(1)
  expect(await replayKeeping(opened, world.house.journal!, brought)).toBe(1)
  expect(await pieces()).toEqual([])
  expect(await replayKeeping(opened, world.house.journal!, brought)).toBe(0)
  await opened.db.destroy()
})
