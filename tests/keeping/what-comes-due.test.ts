import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { announceWhatComes } from '../../src/keeping/coming/announcing.js'
import { eraseWhatIsDue } from '../../src/keeping/coming/erasing-due.js'
import { keepingLinesOf } from '../../src/keeping/journal.js'
import { replayKeeping } from '../../src/keeping/replaying.js'
import { ranOn, secondsOf } from '../../src/backups/running-time.js'
import { brought } from '../../src/rooms.js'
import { daysAfter, standStillAt, today } from '../../src/web/now.js'
import { log, real } from '../evidence/real-files.js'
import { newWorld } from '../world.js'

const world = newWorld()
world.house.journal = join(mkdtempSync(join(tmpdir(), 'keeping-')), 'withdrawals')
let piece: string
let other: string

beforeAll(async () => {
  piece = await log(world.as('sam'), { whatWeSaw: 'Quillfeather read to the dog.', audience: 'group' }, [real.photo])
  other = await log(world.as('huw'), { whatWeSaw: 'Marrowlight on the stairs.', audience: 'group' })
  await world.as('sadia').post('/groups/reading/closing', { because: 'It is done' }).expect(303)
})
afterEach(() => standStillAt(null))

/** As many days later, of which the workbench ran so many. */
async function later(days: number, ran = days): Promise<void> {
  standStillAt(`${daysAfter(today(), days)}T10:00:00.000Z`)
  await inOne(world.db, trx => ranOn(trx, secondsOf.days(ran)))
}

const announce = () => announceWhatComes(world.db)
const erase = () => eraseWhatIsDue(world.house, brought)
const rounds = () => world.db.selectFrom('keepingRounds').selectAll().where('kind', '=', 'evidence').execute()
const titleOf = async (id: string) =>
  (await world.db.selectFrom('evidence').select('title').where('id', '=', id).executeTakeFirstOrThrow()).title

test('where a network has not said how long it keeps things nothing goes, and its leaders are asked to say', async () => {
  await later(3 * 366 + 2)
  await announce()
  await later(3 * 366 + 40)
  await announce()
  expect(await rounds()).toEqual([])
  expect(await erase()).toBe(0)
  expect(await titleOf(piece)).not.toBe('')
  const asked = 'Nobody has said yet how long'
  expect((await world.as('nia').get('/')).text).toContain(asked)
  expect((await world.as('sadia').get('/')).text).not.toContain(asked)
  standStillAt(null)
  await world.as('nia').post('/networks/hafren/keeping', {}).expect(303)
  expect((await world.as('nia').get('/')).text).not.toContain(asked)
})

test('nothing is said and nothing goes before its time is over', async () => {
  await announce()
  expect(await rounds()).toEqual([])
  expect(await erase()).toBe(0)
})

test('thirty days before, those concerned are told, and nobody else', async () => {
  await later(3 * 366 + 2, 0)
  await announce()
  const [round] = await rounds()
  expect(round!.groupId).toBe('reading')
  const told = await world.db.selectFrom('keepingTold').select('personId').where('roundId', '=', round!.id).execute()
  const people = told.map(one => one.personId)
  expect(people).toEqual(expect.arrayContaining(['sadia', 'sam', 'huw']))
  expect(people).not.toContain('gwen')
  const day = await world.as('sadia').get('/')
  expect(day.text).toContain('2 pieces of evidence of Reading by choice will be erased')
  const list = await world.as('sadia').get(`/keeping/${round!.id}`)
  expect(list.status).toBe(200)
  expect(list.text).toContain('E1')
  expect((await world.as('gwen').get(`/keeping/${round!.id}`)).status).toBe(404)
  expect((await world.as('nia').get(`/keeping/${round!.id}`)).status).toBe(200)
  expect((await world.stranger.get(`/keeping/${round!.id}`)).status).not.toBe(200)
  await world.posted()
  const letter = world.letters.find(one => one.to.startsWith('sadia'))
  expect(letter?.text).toContain('2 pieces of evidence of Reading by choice will be erased')
})

test('saying it again tells nobody twice', async () => {
  await later(3 * 366 + 3, 0)
  await announce()
  expect(await rounds()).toHaveLength(1)
})

test('a clock that is set forward by years erases nothing, as long as the workbench has not run for thirty days', async () => {
  await later(3 * 366 + 900, 29)
  expect(await erase()).toBe(0)
  expect(await titleOf(piece)).not.toBe('')
})

test('nor does one that is set back', async () => {
  await later(10, 40)
  expect(await erase()).toBe(0)
})

test('a piece can be held back with a reason, and what nobody holds goes for good', async () => {
  await later(3 * 366 + 40, 0)
  const [round] = await rounds()
  const empty = await world.as('sadia').post(`/keeping/${round!.id}/holds`, { how: 'open', because: 'A book' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain('Choose what is held back')
  await world
    .as('sadia')
    .post(`/keeping/${round!.id}/holds`, { things: other, how: 'open', because: 'Two schools still write about it' })
    .expect(303)
  expect((await world.as('nia').get(`/networks/hafren/keeping/coming`)).text).toContain(
    'Two schools still write about it',
  )
  expect(await erase()).toBe(1)
  expect(await titleOf(piece)).toBe('')
  expect(await titleOf(other)).not.toBe('')
  await world.following.settled()
  expect((await world.as('sadia').get(`/evidence/${piece}`)).text).not.toContain('Quillfeather')
  expect((await world.history('reading'))[0]!.name).toBe('The workbench')
  const found = await world.as('sadia').get('/search?q=Quillfeather')
  expect(found.text).not.toContain('read to the dog')
})

test('what is let go is said again, and has its thirty days again', async () => {
  await later(3 * 366 + 45, 0)
  const hold = await world.db.selectFrom('keepingHolds').selectAll().executeTakeFirstOrThrow()
  expect((await world.as('gwen').post(`/keeping/holds/${hold.id}/ending`)).status).toBe(404)
  await world.as('sadia').post(`/keeping/holds/${hold.id}/ending`).expect(303)
  expect(await erase()).toBe(0)
  await announce()
  expect(await erase()).toBe(0)
  expect((await world.audited('hold'))[0]!.did).toContain('ended the holding back')
})

test('a group that is opened again keeps what was announced', async () => {
  await world.as('sadia').post('/groups/reading/reopening', { because: 'There is more to ask' }).expect(303)
  await later(3 * 366 + 90, 60)
  expect(await erase()).toBe(0)
  expect(await titleOf(other)).not.toBe('')
})

test('what went at the end of its time is no backup’s to bring back', async () => {
  const { journal } = world.house
  await world.db
    .insertInto('pupilKeys')
    .values({
      id: 'key-of-old',
      groupId: 'talk',
      schoolId: await schoolOf('gwen'),
      ownerId: 'gwen',
      madeAt: '2022-01-01T09:00:00.000Z',
      erasedAt: null,
      erasedBy: null,
    })
    .execute()
  await world.db.updateTable('groups').set({ closedAt: '2022-02-01T09:00:00.000Z' }).where('id', '=', 'talk').execute()
  await later(5000, 0)
  await announce()
  await later(5031, 31)
  await erase()
  await world.following.settled()
  expect((await keyOfOld())?.erasedAt).toBeTruthy()
  // As in a backup from before.
  await world.db.updateTable('pupilKeys').set({ erasedAt: null }).where('id', '=', 'key-of-old').execute()
  const lines = keepingLinesOf(journal!)
  expect(lines.map(line => line.things).flat()).toContain('key-of-old')
  const before = lines.map(line => ({ ...line, fact: `${line.fact}-unknown` }))
  writeFileSync(journal!, before.map(line => JSON.stringify(line)).join('\n'))
  expect(await replayKeeping(world.house, journal!, brought)).toBe(before.length)
  expect((await keyOfOld())?.erasedAt).toBeTruthy()
})

const keyOfOld = () =>
  world.db.selectFrom('pupilKeys').select('erasedAt').where('id', '=', 'key-of-old').executeTakeFirst()

async function schoolOf(person: string): Promise<string> {
  const row = await world.db
    .selectFrom('networkRoles')
    .select('schoolId')
    .where('personId', '=', person)
    .executeTakeFirstOrThrow()
  return row.schoolId!
}
