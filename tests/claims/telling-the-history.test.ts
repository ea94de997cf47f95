import { expect, test } from 'vitest'
import { coverageOf } from '../../src/claims/coverage/coverage.js'
import { changesBetween } from '../../src/claims/revising/history.js'
import type { Kind } from '../../src/evidence/kinds.js'
import { newWorld } from '../world.js'
import { putClaim, putPiece } from './claim-world.js'

const world = newWorld()
const words = (claim: string, more: Record<string, string | number> = {}) => ({
  claim,
  strength: 'a hunch',
  because: 'We looked again',
  ...more,
})
const revise = (person: string, id: string, fields: Record<string, string | number>) =>
  world.as(person).post(`/claims/${id}/revisions`, fields)

test('what came in and what went out is told word by word, with the reason and by whom', async () => {
  const claim = await putClaim(world, 'All children in Year 4 read comics at home')
  await revise(
    'huw',
    claim.id,
    words('Most children in Year 4 read comics at home', { version: 1, strength: 'fairly sure' }),
  )
  const page = (await world.as('sadia').get(`/claims/${claim.id}`)).text
  expect(page).toContain('<del><span class="govuk-visually-hidden">taken out: </span>All<')
  expect(page).toContain('<ins><span class="govuk-visually-hidden">put in: </span>Most<')
  expect(page).toMatch(/Revised by Huw[^]*We looked again[^]*How sure we are/)
})

test('a sentence that was written anew is told as a whole, and words side by side as one change', () => {
  expect(changesBetween('They never read.', 'Comics begin it, and a person keeps it going.')).toEqual([
    { how: 'out', words: 'They never read.' },
    { how: 'kept', words: ' ' },
    { how: 'in', words: 'Comics begin it, and a person keeps it going.' },
  ])
  expect(
    changesBetween('Children in Year 4 begin with old comics', 'Children in Year 4 begin with new magazines'),
  ).toEqual([
    { how: 'kept', words: 'Children in Year 4 begin with ' },
    { how: 'out', words: 'old comics' },
    { how: 'in', words: 'new magazines' },
  ])
})

test('two people who revise different things at once lose nothing, and are told', async () => {
  const claim = await putClaim(world, 'Quiet mornings are best for reading in Year 4')
  await revise(
    'sam',
    claim.id,
    words('Quiet mornings are best for reading in Year 4', { version: 1, whatWouldChange: 'A loud class that reads' }),
  )
  const huw = world.as('huw')
  const mine = words('Quiet mornings are best for reading in Year 5', { version: 1, whatWouldChange: '' })
  expect((await huw.post(`/claims/${claim.id}/revisions`, mine)).status).toBe(303)
  const page = (await huw.get(`/claims/${claim.id}`)).text
  expect(page).toContain('is revised, together with what Sam')
  expect(page).toContain('A loud class that reads')
  expect(page).toContain('for reading in Year 5')
})

test('why the group is that sure is said, and kept when the claim is revised without it', async () => {
  const claim = await putClaim(world)
  await revise('sam', claim.id, words(claim.claim, { version: 1, sureBecause: 'Two schools agree' }))
  expect((await world.as('huw').get('/groups/reading/claims')).text).toContain('Two schools agree')
  expect((await world.as('huw').get(`/claims/${claim.id}/revise`)).text).toContain('Two schools agree')
})

test('where nobody has said what would change their mind, the claim asks, and what is said stands in its history', async () => {
  const claim = await putClaim(world)
  expect((await world.as('sam').get(`/claims/${claim.id}`)).text).toContain(
    'If the claim were wrong, where would you see it first',
  )
  const say = (who: string, said: string) =>
    world.as(who).post(`/claims/${claim.id}/what-would-change-our-mind`, { whatWouldChange: said })
  expect((await say('sam', '')).status).toBe(422)
  expect((await say('sam', 'Boys who read without a friend')).status).toBe(303)
  const late = await say('huw', 'Girls who do')
  expect(late.status).toBe(409)
  expect(late.text).toContain('Boys who read without a friend')
  expect(late.text).toContain('Girls who do')
  const page = (await world.as('fiona').get(`/claims/${claim.id}`)).text
  expect(page).toContain('Boys who read without a friend')
  expect(page).toContain('To say what would change our mind.')
})

test('each warning says what to do about it, and those outside the group are not warned of what they cannot see', async () => {
  const claim = await putClaim(world)
  const piece = await putPiece(world)
  await world.as('sam').post(`/claims/${claim.id}/evidence`, { piece: piece.id, bearing: 'for' })
  const page = (await world.as('sam').get(`/claims/${claim.id}`)).text
  expect(page).toContain('One piece of evidence speaks for it')
  expect(page).toContain('Look for a second one that does not come from the first.')
  expect(page).toContain('March 2026')
  expect((await world.as('fiona').get(`/claims/${claim.id}`)).text).not.toContain('Look for a second one')
})

test('a claim that rests on what people said, within a fortnight, is asked about both', () => {
  const said = (kind: Kind, gatheredOn: string, school: string) => ({
    kind,
    gatheredOn,
    schools: [{ id: school, name: school }],
    loggedBy: school,
  })
  const days = [
    said('interview', '2026-03-02', 'Bryn'),
    said('survey', '2026-03-04', 'Weir'),
    said('pupil-voice', '2026-03-09', 'Weir'),
  ]
  const { warnings, byMonth, bySchool } = coverageOf(days, [said('observation', '2026-05-09', 'Bryn')], {
    gaps: 1,
    lost: 0,
    strength: 'sure',
  })
  expect(warnings.map(one => one.asks)).toEqual([
    'All that speaks for it is what people said',
    'All that speaks for it was gathered within 8 days',
    '1 piece that it leaned on has been withdrawn',
    'Still said to be sure',
  ])
  expect(warnings.every(one => one.advice !== '')).toBe(true)
  expect(bySchool).toEqual([
    { name: 'Bryn', for: 1, against: 1 },
    { name: 'Weir', for: 2, against: 0 },
  ])
  expect(byMonth.map(month => month.name)).toEqual(['2026-03', '2026-05'])
})
