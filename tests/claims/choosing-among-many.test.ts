import { beforeAll, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { bringUpToDate } from '../../src/search/keeping.js'
import { beginAnew } from '../../src/search/renewing.js'
import { logManyPieces } from '../bench/many-pieces.js'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'

const world = newWorld()
const listen = listenTo(world.house)
const sadia = world.as('sadia')

beforeAll(async () => {
  await logManyPieces(world.db, 'reading', 300)
  await beginAnew(world.db, brought.searchables)
  await bringUpToDate(world.db, brought.searchables)
})

test('the form of a claim offers the newest pieces and weighs the same however many there are', async () => {
  let words = ''
  const asked = await listen(async () => (words = (await sadia.get('/groups/reading/claims/new')).text))
  expect(words.match(/name="speaksFor"/g)).toHaveLength(25)
  expect(words.length).toBeLessThan(40_000)
  expect(asked.length).toBeLessThanOrEqual(5)
})

test('what was ticked stays ticked when the form comes back, also where newer pieces were logged meanwhile', async () => {
  const page = await sadia.post('/groups/reading/claims', {
    claim: '',
    speaksFor: ['many-4'],
    speaksAgainst: ['many-297'],
  })
  expect(page.status).toBe(422)
  expect(page.text).toMatch(/name="speaksFor"[^>]*value="many-4"[^>]*checked/)
  expect(page.text).toMatch(/name="speaksAgainst"[^>]*value="many-297"[^>]*checked/)
  expect(page.text).not.toContain('has gone')
})

test('an older piece that was ticked is linked, one of another group is not', async () => {
  const made = { claim: 'Reading aloud in pairs makes them ask for the book', strength: 'a hunch', bearing: 'for' }
  const answer = await sadia.post('/groups/reading/claims', { ...made, speaksFor: ['many-4'] })
  expect(answer.status).toBe(303)
  expect((await sadia.get(answer.get('location')!)).text).toContain('Reading aloud, day 4')
  expect((await sadia.post('/groups/reading/claims', { ...made, speaksFor: ['nothing'] })).status).toBe(422)
})

test('a piece is chosen for or against by one form, and a page of them asks no more for more', async () => {
  const { id } = await world.db.selectFrom('claims').select('id').executeTakeFirstOrThrow()
  let words = ''
  const asked = await listen(async () => (words = (await sadia.get(`/claims/${id}/evidence`)).text))
  expect(words.match(/<form method="post" action="\/claims\/\w+\/evidence">/g)).toHaveLength(24)
  expect(words.match(/name="bearing" value="for"/g)!.length).toBeGreaterThanOrEqual(23)
  expect(asked.length).toBeLessThanOrEqual(22)
  const answer = await sadia.post(`/claims/${id}/evidence`, {
    piece: 'many-7',
    bearing: 'against',
    back: `/claims/${id}`,
  })
  expect(answer.status).toBe(303)
})
