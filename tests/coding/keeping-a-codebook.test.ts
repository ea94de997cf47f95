import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookOf } from '../../src/coding/codebook/book.js'
import { markFor } from '../../src/coding/passages/marks.js'
import { newWorld } from '../world.js'
import { codeWords, putCode, putWords, takeStep } from './coding-world.js'

const world = newWorld()
const book = async () => (await bookOf(world.db, { groupId: 'reading' })).map(code => code.path)

test('a code is made with what it is for, and the group reads it', async () => {
  const made = await world
    .as('sam')
    .post('/groups/reading/codes', { name: 'books to hand', description: 'Within reach' })
  expect(made.status).toBe(303)
  const page = await world.as('sadia').get('/groups/reading/codes')
  expect(page.text).toContain('books to hand')
  expect(page.text).toContain('Within reach')
  expect(page.text).toContain('BTH')
  const again = await world.as('sadia').post('/groups/reading/codes', { name: 'Books to Hand' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('There is a code “books to hand” already')
})

test('to everybody outside the group the codebook does not exist, whatever they lead', async () => {
  const code = await putCode(world, 'private')
  for (const person of ['nia', 'tomasz', 'imran', 'fiona', 'dilys', 'alex', 'kasia', 'ruth']) {
    for (const address of ['/groups/reading/codes', '/groups/reading/codes.csv', `/codes/${code.id}`])
      expect([person, address, (await world.as(person).get(address)).status]).toEqual([person, address, 404])
    expect((await world.as(person).post(`/codes/${code.id}/retirement`)).status).toBe(404)
  }
})

test('codes stand under codes, are moved with what is beneath them, and never in a circle', async () => {
  const say = await putCode(world, 'what we say')
  const talk = await putCode(world, 'talk', { parentId: say.id })
  const aloud = await putCode(world, 'read aloud', { parentId: say.id })
  const story = await putCode(world, 'a story stops', { parentId: aloud.id })
  await world.as('sam').post(`/codes/${aloud.id}/place`, { parentId: '', beforeId: talk.id })
  const paths = await book()
  expect(paths.indexOf('what we say › read aloud › a story stops')).toBeLessThan(paths.indexOf('what we say › talk'))
  const circle = await world.as('sam').post(`/codes/${say.id}/place`, { parentId: story.id, beforeId: '' })
  expect(circle.status).toBe(409)
  expect(circle.text).toContain('cannot stand under itself or under a code of its own')
  await world.as('sam').post(`/codes/${aloud.id}/shift`, { way: 'down' })
  expect((await book()).at(-1)).toBe('what we say › read aloud › a story stops')
})

test('what somebody else changed meanwhile is shown, and nothing is lost', async () => {
  const code = await putCode(world, 'time')
  const form = { name: 'time', mark: 'TI', colour: 'sea', notFor: '', version: 1 }
  await world.as('sam').post(`/codes/${code.id}`, { ...form, description: 'Minutes and interruptions' })
  const late = await world.as('huw').post(`/codes/${code.id}`, { ...form, description: 'How long they read' })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Minutes and interruptions')
  expect(late.text).toContain('How long they read')
})

test('merging takes codings and codes along, and undoing brings both back as they were', async () => {
  const friends = await putCode(world, 'friends')
  const pals = await putCode(world, 'pals')
  const under = await putCode(world, 'older pals', { parentId: pals.id })
  const piece = await putWords(world, 'Two boys swapped comics. A girl watched them.')
  await codeWords(world, piece, 'Two boys swapped comics.', [friends, pals])
  await codeWords(world, piece, 'A girl watched them.', [pals])
  const merged = await world.as('sam').post(`/codes/${pals.id}/merging`, { into: friends.id })
  expect(merged.get('location')).toBe(`/codes/${friends.id}`)
  const page = await world.as('huw').get(`/codes/${friends.id}`)
  expect(page.text).toContain('2 passages')
  expect(page.text).toContain('A girl watched them.')
  expect(await book()).toContain('friends › older pals')
  expect((await world.as('huw').get(`/codes/${pals.id}`)).status).toBe(404)
  expect((await world.as('huw').get('/groups/reading/coding/history')).text).toContain(
    'merged the code “pals” into “friends”',
  )

  expect((await takeStep(world, 'sam')).status).toBe(303)
  expect(await book()).toContain('pals › older pals')
  expect((await world.as('huw').get(`/codes/${friends.id}`)).text).toContain('1 passage')
  expect((await world.as('huw').get(`/codes/${pals.id}`)).text).toContain('2 passages')
  expect(under.parentId).toBe(pals.id)
})

test('a code merged into one beneath it leaves that one in its place', async () => {
  const top = await putCode(world, 'the top')
  const leaf = await putCode(world, 'the leaf', { parentId: top.id })
  await world.as('sam').post(`/codes/${top.id}/merging`, { into: leaf.id })
  expect(await book()).toContain('the leaf')
})

test('a retired code keeps its passages and can be brought back', async () => {
  const code = await putCode(world, 'measured')
  const piece = await putWords(world, 'We count pages, so they give us pages.')
  await codeWords(world, piece, 'We count pages', [code])
  await world.as('sam').post(`/codes/${code.id}/retirement`)
  const page = await world.as('sadia').get('/groups/reading/codes')
  expect(page.text.slice(page.text.indexOf('Retired codes'))).toContain('measured')
  await world.as('sam').post(`/codes/${code.id}/retirement/end`)
  expect((await world.as('sadia').get('/groups/reading/codes')).text).not.toContain('Retired codes')
})

test('the codebook downloads with its descriptions', async () => {
  const csv = await world.as('sadia').get('/groups/reading/codes.csv')
  expect(csv.get('content-type')).toContain('text/csv')
  expect(csv.text).toContain('Within reach')
})

describe('the mark of a code', () => {
  test('is its initials, its first letters, or a number where those are taken', () => {
    expect(markFor('books to hand', [])).toBe('BTH')
    expect(markFor('talk', ['TAL'])).toBe('TALK')
    expect(markFor('talk', ['TAL', 'TALK'])).toBe('TA2')
    expect(markFor('ŵyl', [])).toBe('ŴYL')
  })

  test('is short and never taken, whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (name, taken) => {
        const mark = markFor(name, taken)
        expect(taken).not.toContain(mark)
        expect([...mark].length).toBeGreaterThan(0)
      }),
    )
  })
})
