import { expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world
const term = '/networks/hafren/reports/autumn-2026'
const owner = 'hafren-autumn-2026'

async function headings(): Promise<string[]> {
  const page = await world.as('nia').get(`${term}/preview`)
  return [...page.text.matchAll(/<h2 id="[^"]*"[^>]*>([^<]+)/g)].map(found => found[1]!)
}

async function write(field: string, body: string): Promise<void> {
  await world.as('nia').post(`/texts/termly-report/${owner}/${field}`, { body, version: 0 }).expect(303)
}

test('parts stand in the order that leaders chose, and two who move parts at once both have their way', async () => {
  await write('introduction', 'A term of looking.')
  await write('thanks', 'The caretakers.')
  expect((await headings())[0]).toBe('Introduction')
  const moved = await Promise.all([
    world.as('nia').post(`${term}/parts/thanks/place`, { before: 'introduction' }),
    world.as('rhian').post(`${term}/parts/schools/place`, { before: 'changed' }),
  ])
  expect(moved.map(answer => answer.status)).toEqual([303, 303])
  expect((await headings()).slice(0, 4)).toEqual([
    'Thanks',
    'Introduction',
    'Schools taking part',
    'What changed since last term',
  ])
})

test('without a script a part goes up and down by its buttons, past what is left out', async () => {
  await world.as('nia').post(`${term}/parts/introduction/leaving-out`).expect(303)
  await world.as('nia').post(`${term}/parts/schools/place`, { by: 'up' }).expect(303)
  expect((await headings()).slice(0, 2)).toEqual(['Schools taking part', 'Thanks'])
  await world.as('nia').post(`${term}/parts/schools/place`, { by: 'up' }).expect(303)
  await world.as('nia').post(`${term}/parts/schools/place`, { by: 'down' }).expect(303)
  expect((await headings()).slice(0, 2)).toEqual(['Thanks', 'Schools taking part'])
})

test('what is left out keeps its words and comes back', async () => {
  expect(await headings()).not.toContain('Introduction')
  expect((await world.as('nia').get(term)).text).toContain('left out')
  await world.as('nia').post(`${term}/parts/introduction/return`).expect(303)
  expect((await world.as('nia').get(`${term}/preview`)).text).toContain('A term of looking.')
})

test('a leader adds a part, words its heading, and a heading that changed meanwhile is not overwritten', async () => {
  expect((await world.as('nia').post(`${term}/parts`, { newHeading: ' ' })).status).toBe(422)
  const added = await world.as('nia').post(`${term}/parts`, { newHeading: 'Letters from children' })
  const part = /#part-(own-\w+)/.exec(String(added.headers.location))![1]!
  await write(`words-${part}`, 'They wrote to us about porches.')
  expect((await world.as('nia').get(`${term}/preview`)).text).toContain('They wrote to us about porches.')
  await world
    .as('rhian')
    .post(`${term}/parts/${part}/heading`, { heading: 'From children', was: 'Letters from children' })
    .expect(303)
  const late = await world
    .as('nia')
    .post(`${term}/parts/${part}/heading`, { heading: 'Post', was: 'Letters from children' })
  expect(late.status).toBe(409)
  const empty = await world.as('nia').post(`${term}/parts/${part}/heading`, { heading: '', was: 'From children' })
  expect(empty.status).toBe(422)
  expect(empty.text).toContain(`href="#f-heading-${part}"`)
  expect(await headings()).toContain('From children')
})

test('every school has a line, the one that brought nothing too', async () => {
  await db
    .insertInto('schools')
    .values({ id: 'quiet', networkId: 'hafren', name: 'Quiet Lane', joinedAt: '2025-09-01T10:00:00.000Z' })
    .execute()
  const page = await world.as('nia').get(`${term}/preview`)
  const schools = await db
    .selectFrom('schools')
    .select('name')
    .where('networkId', '=', 'hafren')
    .where('leftAt', 'is', null)
    .execute()
  for (const { name } of schools) expect(page.text).toContain(`<strong>${name.replace("'", '&#39;')}</strong>`)
  expect(page.text).toContain('with its hands full this term')
})

test('a school that a group gave a pseudonym is not named beside that group', async () => {
  await db
    .insertInto('pseudonyms')
    .values({
      id: 'hidden-weir',
      groupId: 'reading',
      kind: 'school',
      schoolId: 'weir',
      name: '',
      pseudonym: 'Alder School',
      chosenAt: '2026-10-01T10:00:00.000Z',
      chosenBy: 'sadia',
      removedAt: null,
      removedBy: null,
    })
    .execute()
  const page = await world.as('nia').get(`${term}/preview`)
  const line = /<strong>Weir Lane[^<]*<\/strong>([^<]*)/.exec(page.text)![1]!
  expect(line).not.toContain('Reading')
  expect(line).toContain('1 other group')
  await db.deleteFrom('pseudonyms').where('id', '=', 'hidden-weir').execute()
})

test('the first report says that there is nothing to compare with; the next stands beside it', async () => {
  const first = await world.as('nia').get('/networks/hafren/reports/autumn-2025/preview')
  expect(first.text).toContain('nothing to compare it with')
  await db
    .insertInto('stageMoves')
    .values({
      id: 'moved-in-summer',
      enquiryId: 'reading-1',
      fromStage: 'context',
      toStage: 'purpose',
      sentence: 'We know where we stand',
      movedAt: '2026-06-01T10:00:00.000Z',
      movedBy: 'sadia',
    })
    .execute()
  const page = await world.as('nia').get(`${term}/preview`)
  expect(page.text).toContain('Autumn term 2026 beside Summer term 2026')
  expect(page.text).toMatch(/Groups that moved to another stage<\/th>\s*<td[^>]*>1<\/td>\s*<td[^>]*>0/)
})

test('what was promised last term is asked after, and nothing is lost where two tell it at once', async () => {
  await world
    .as('nia')
    .post('/networks/hafren/reports/summer-2026/promises', { promise: 'A coin for every group' })
    .expect(303)
  expect((await world.as('nia').post('/networks/hafren/reports/summer-2026/promises', { promise: '' })).status).toBe(
    422,
  )
  const promise = await db.selectFrom('reportPromises').selectAll().executeTakeFirstOrThrow()
  const outcome = `${term}/promises/${promise.id}/outcome`
  const missing = await world.as('nia').post(outcome, { outcome: '', became: 'Four coins', version: 1 })
  expect(missing.status).toBe(422)
  expect(missing.text).toContain('Four coins')
  await world.as('nia').post(outcome, { outcome: 'kept', became: 'Four coins, all heads', version: 1 }).expect(303)
  expect((await world.as('rhian').post(outcome, { outcome: 'let go', became: '', version: 1 })).status).toBe(409)
  const page = await world.as('nia').get(`${term}/preview`)
  expect(page.text).toContain('A coin for every group')
  expect(page.text).toContain('Four coins, all heads')
})

test('where to go and see has its day and place', async () => {
  await world
    .as('nia')
    .post(`${term}/sights`, { what: 'The magazine crate', place: 'Weir Lane', onDay: '2026-12-03', hours: '13:30' })
    .expect(303)
  expect((await world.as('nia').post(`${term}/sights`, { what: 'x', place: 'y', onDay: '2026-13-40' })).status).toBe(
    422,
  )
  expect((await world.as('nia').get(`${term}/preview`)).text).toContain('3 December 2026, 13:30')
})

test('only network leaders arrange; a co-leader may look, and for others there is no report', async () => {
  const acts = [
    `${term}/parts`,
    `${term}/parts/thanks/place`,
    `${term}/parts/thanks/leaving-out`,
    `${term}/parts/thanks/heading`,
    `${term}/parts/thanks/pictures`,
    `${term}/promises`,
    `${term}/sights`,
  ]
  for (const act of acts) {
    expect((await world.as('tomasz').post(act)).status).toBe(403)
    for (const outsider of ['sadia', 'dilys', 'ruth']) expect((await world.as(outsider).post(act)).status).toBe(404)
    expect((await world.stranger.post(act)).status).toBe(303)
  }
  expect((await world.as('tomasz').get(`${term}/reading`)).status).toBe(403)
  expect((await world.as('sadia').get(`${term}/reading`)).status).toBe(404)
  expect((await world.as('nia').post(`${term}/parts/nothing/place`, { by: 'up' })).status).toBe(404)
})
