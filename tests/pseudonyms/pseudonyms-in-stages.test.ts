import { beforeAll, expect, test } from 'vitest'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'

const world = newWorld()
const at = '2026-10-01T09:00:00.000Z'

beforeAll(async () => {
  const chosen = { kind: 'person' as const, name: 'Elen Puw', also: '', pseudonym: 'Colleague A' }
  await world.db
    .insertInto('pseudonyms')
    .values({ id: 'elen', groupId: 'reading', schoolId: null, ...chosen, chosenAt: at, chosenBy: 'sadia' })
    .execute()
  const text = { id: 'said', kind: 'stage', owner: 'reading-1', field: 'context.startingPoint', version: 1 }
  await world.db
    .insertInto('texts')
    .values({ ...text, body: 'We asked Elen Puw first.', savedAt: at, savedBy: 'sadia' })
    .execute()
  await world.db
    .insertInto('sharedStages')
    .values({ enquiryId: 'reading-1', stage: 'context', sharedAt: at, sharedBy: 'sadia' })
    .execute()
  await renewAll(world.db)
})

test.each(['imran', 'nia', 'tomasz'])('%s reads a shared stage under the group’s pseudonyms', async person => {
  const page = await world.as(person).get('/groups/reading/stages/context')
  expect(page.text).toContain('We asked Colleague A first.')
  expect(page.text).not.toContain('Elen Puw')
})

test('those in the group read and write it as it is', async () => {
  expect((await world.as('sam').get('/groups/reading/stages/context')).text).toContain('We asked Elen Puw first.')
})

test('the question, the reasons and the history are read under them too, and revised as they are', async () => {
  await world.db
    .updateTable('enquiries')
    .set({ question: 'What did Elen Puw begin?' })
    .where('id', '=', 'reading-1')
    .execute()
  await world.db.updateTable('groups').set({ why: 'Elen Puw said so.' }).where('id', '=', 'reading').execute()
  const revised = {
    question: 'What was it that Elen Puw began?',
    because: 'Elen Puw asked for it.',
    'names-answer': 'as it is',
  }
  await world
    .as('sadia')
    .post('/groups/reading/question', { ...revised, was: 'What did Elen Puw begin?' })
    .expect(303)

  const outside = ['/groups/reading', '/groups/reading/history', '/groups/reading/history.csv', '/groups']
  for (const address of outside) {
    const page = await world.as('nia').get(address)
    expect([address, page.status]).toEqual([address, 200])
    expect(page.text, address).toContain('Colleague A')
    expect(page.text, address).not.toContain('Elen Puw')
  }
  const inside = await world.as('sam').get('/groups/reading')
  for (const words of ['What was it that Elen Puw began?', 'Elen Puw said so.']) expect(inside.text).toContain(words)
  expect((await world.as('imran').get('/groups/reading')).text).not.toContain('Elen Puw')
})

test('a group’s report of a term is read by the network’s leader under them, and by the group as it is', async () => {
  const { id } = await world.db
    .selectFrom('terms')
    .select('id')
    .where('networkId', '=', 'hafren')
    .where('slug', '=', 'autumn-2026')
    .executeTakeFirstOrThrow()
  const text = { id: 'reported', kind: 'short-report', owner: `reading~${id}`, field: 'learned', version: 1 }
  await world.db
    .insertInto('texts')
    .values({ ...text, body: 'Elen Puw read aloud every day.', savedAt: at, savedBy: 'sadia' })
    .execute()
  const sent = { releaseDays: null, begunAt: at, begunBy: 'sadia', sentAt: at, sentBy: 'sadia' }
  await world.db
    .insertInto('shortReports')
    .values({ id: 'sent', groupId: 'reading', termId: id, ...sent })
    .execute()
  const address = '/groups/reading/reports/autumn-2026'
  const outside = await world.as('nia').get(address)
  expect(outside.text).toContain('Colleague A read aloud every day.')
  expect(outside.text).not.toContain('Elen Puw')
  expect((await world.as('sam').get(address)).text).toContain('Elen Puw read aloud every day.')
})
