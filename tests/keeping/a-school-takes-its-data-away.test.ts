import { afterEach, beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { carryOutGraveActs } from '../../src/grave-acts/carrying-out.js'
import { ranOn, secondsOf } from '../../src/backups/running-time.js'
import { brought } from '../../src/rooms.js'
import { standStillAt } from '../../src/web/now.js'
import { unzipped } from '../copies/reading-copies.js'
import { log } from '../evidence/real-files.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'

const world = newWorld()
let page: string
let own: string
let agreed: string
let others: string

beforeAll(async () => {
  const { schoolId } = await world.db
    .selectFrom('networkRoles')
    .select('schoolId')
    .where('personId', '=', 'imran')
    .executeTakeFirstOrThrow()
  page = `/networks/hafren/schools/${schoolId}/parting`
  own = await log(world.as('sam'), { whatWeSaw: 'Weirmoss in the corridor.', audience: 'group' })
  agreed = await log(world.as('sam'), { whatWeSaw: 'Lanternfold on the wall.', audience: 'group' })
  others = await log(world.as('huw'), { whatWeSaw: 'Brynlark at the gate.', audience: 'group' })
  await world.db
    .updateTable('evidence')
    .set({ sharedWithNetworkAt: '2026-11-01T09:00:00.000Z' })
    .where('id', '=', agreed)
    .execute()
  await renewAll(world.db)
})
afterEach(() => standStillAt(null))

const wordsOf = async (id: string) =>
  (await world.db.selectFrom('evidence').select('whatWeSaw').where('id', '=', id).executeTakeFirst())?.whatWeSaw

test('its head sees beforehand what goes and what stays; a colleague of another school sees no such page', async () => {
  const answer = await world.as('imran').get(page)
  expect(answer.text).toContain('1 piece of evidence that come from this school alone')
  expect(answer.text).toContain('1 piece of this school alone that were agreed to')
  expect((await world.as('mair').get(page)).status).toBe(404)
  expect((await world.as('sam').get(page)).status).toBe(404)
})

test('its head takes the data out: each piece of the school alone, and none of others', async () => {
  const answer = await world.as('imran').post(`${page}/copy`).responseType('blob')
  const files = await unzipped(answer.body as Buffer)
  const words = [...files.values()].map(bytes => bytes.toString('utf8')).join('\n')
  expect(words).toContain('Weirmoss')
  expect(words).toContain('Lanternfold')
  expect(words).not.toContain('Brynlark')
  expect((await world.as('nia').post(`${page}/copy`)).status).toBe(403)
})

test('the head asks, a network leader agrees, and after a week it is away', async () => {
  await world.as('imran').post(page, { because: 'We join another network' }).expect(303)
  expect((await world.as('imran').post(`${page}/agreement`)).status).toBe(403)
  await world.as('nia').post(`${page}/agreement`).expect(303)
  expect((await world.as('sam').get('/')).text).toContain('brought to the network will be erased')
  standStillAt(new Date(Date.now() + 8 * 86_400_000).toISOString())
  await inOne(world.db, trx => ranOn(trx, secondsOf.days(8)))
  expect(await carryOutGraveActs(world.house, brought.graveActs)).toBe(1)
  expect(await wordsOf(own)).toBe('')
  expect(await wordsOf(agreed)).toContain('Lanternfold')
  expect(await wordsOf(others)).toContain('Brynlark')
  expect((await world.as('sam').get('/groups/reading')).status).toBe(404)
})
