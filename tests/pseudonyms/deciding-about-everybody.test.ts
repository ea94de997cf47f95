import { beforeAll, expect, test } from 'vitest'
import { publicationCheck } from '../write-ups/publication-check.js'
import { newWorld } from '../world.js'

const world = newWorld()
const page = '/groups/reading/pseudonyms'
const writeUp = () => publicationCheck(world, 'sadia')

async function write(body: string): Promise<void> {
  const part = await world.db
    .selectFrom('writeUpParts')
    .select('id')
    .where('part', '=', 'summary')
    .executeTakeFirstOrThrow()
  await world.db.updateTable('texts').set({ body }).where('owner', '=', part.id).execute()
}

beforeAll(async () => {
  await world.as('sadia').post('/groups/reading/write-up').expect(303)
  await world.as('sadia').post(page, { kind: 'school', school: 'weir', pseudonym: 'Rowan School' }).expect(303)
})

test('as soon as one school goes by a pseudonym, nobody is named beside it before that is decided', async () => {
  await write('Sam O’Neill and Sadia Qureshi asked at Weir Lane Primary.')
  const stopped = await writeUp()
  expect(stopped.text).toContain('by name, beside schools that have pseudonyms')
  expect(stopped.text).toContain('Decide about these names')
  expect(stopped.text).toMatch(/Sadia Qureshi[^<]*Sam O’Neill|Sam O’Neill[^<]*Sadia Qureshi/)
  const choices = await world.as('sadia').get(page)
  expect(choices.text).toContain('Nothing is decided about these')
  expect(choices.text).toContain('Say “Colleague A”')
})

test('for each of them a pseudonym is chosen, or it is said that the name may stand', async () => {
  await world.as('sadia').post(page, { kind: 'person', school: '', name: 'Sam O’Neill', pseudonym: 'Colleague A' })
  await world.as('sadia').post(`${page}/kept`, { school: '', name: 'Sadia Qureshi' }).expect(303)
  const decided = await writeUp()
  expect(decided.text).not.toContain('Sadia Qureshi and')
  expect((await world.as('sadia').get(page)).text).toContain('keeps the name')
  await world.as('sadia').post(`${page}/kept`, { school: '', name: '', all: 'people' }).expect(303)
  const schools = await world.db.selectFrom('schools').select(['id', 'name']).execute()
  for (const { id } of schools) await world.as('sadia').post(`${page}/kept`, { school: id, name: '' })
  expect((await writeUp()).text).not.toContain('beside schools that have pseudonyms')
})

test('a school that joins later is asked about before the next thing leaves', async () => {
  const { id, name } = await world.db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('networkId', '=', 'hafren')
    .where('id', 'not in', eb =>
      eb.selectFrom('pseudonyms').select('schoolId').where('schoolId', 'is not', null).$castTo<{ schoolId: string }>(),
    )
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('groupPeople')
    .values({
      id: 'late',
      groupId: 'reading',
      personId: 'zofia',
      role: 'volunteer',
      schoolId: id,
      joinedAt: '2026-11-01T09:00:00.000Z',
      leftAt: null,
      until: null,
    })
    .execute()
  await write(`At ${name} they read aloud.`)
  expect((await writeUp()).text).toContain(`${name} stands in the text by name`)
})

test('how many pupils a school has, and where it is, is shown beside the check, and written in a coarser form in one press', async () => {
  await world.db.updateTable('schools').set({ roll: 204, town: 'Llanfair' }).where('id', '=', 'weir').execute()
  await write('Weir Lane Primary has 204 pupils, ten minutes from Llanfair.')
  const told = await world.as('sadia').get('/groups/reading/write-up')
  expect(told.text).toContain('What may give a pseudonym away')
  expect(told.text).toContain('says how many pupils Rowan School has')
  expect(told.text).toContain('Write “200 to 300” instead')
  const [address] = /\/write-up-parts\/[\w-]+\/coarser/.exec(told.text)!
  await world.as('sadia').post(address, { words: '204' }).expect(303)
  await world.as('sadia').post(address, { words: 'Llanfair' }).expect(303)
  const { body } = await world.db
    .selectFrom('texts')
    .innerJoin('writeUpParts', 'writeUpParts.id', 'texts.owner')
    .select('texts.body')
    .where('writeUpParts.part', '=', 'summary')
    .executeTakeFirstOrThrow()
  expect(body).toBe('Weir Lane Primary has 200 to 300 pupils, ten minutes from a place nearby.')
  expect((await writeUp()).text).not.toContain('says how many pupils')
  expect((await world.as('nia').post(address, { words: '204' })).status).toBe(404)
})
