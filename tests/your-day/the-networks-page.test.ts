import { afterAll, beforeAll, expect, test } from 'vitest'
import { standStillAt } from '../../src/web/now.js'
import { newWorld } from '../world.js'

const world = newWorld()
beforeAll(() => standStillAt('2026-11-24T09:00:00.000Z'))
afterAll(() => standStillAt(null))

const networkFor = async (person: string) => (await world.as(person).get('/networks/hafren').expect(200)).text
const sentence = 'We know now that they read menus and manuals'

beforeAll(async () => {
  await world.as('sadia').post('/groups/reading/moves', { to: 'action', sentence }).expect(303)
})

test('the reader’s own school comes first, then schools and groups in the order of the alphabet, with people in words', async () => {
  const page = await networkFor('nia')
  const table = page.slice(page.indexOf('<table class="matrix'), page.indexOf('</table>'))
  const heads = [...table.matchAll(/<th scope="col">([^<]+)</g)].map(found => found[1])
  expect(heads.slice(0, 5)).toEqual([
    'Group',
    'Ysgol y Bryn',
    'Holly Bank Primary',
    'River Road Community Primary',
    'St David’s Church Primary',
  ])
  const rows = [...table.matchAll(/<th scope="row"><a href="[^"]+">([^<]+)</g)].map(found => found[1])
  expect(rows).toEqual([...rows].sort())
  expect(rows).toContain('Reading by choice')
  expect(rows).not.toContain('Revision that lasts')
  expect(table).toContain('2 people')
  expect(table).toContain('nobody')
})

test('how many groups are open and how many schools take part are seen at a glance', async () => {
  const page = await networkFor('nia')
  const marks = page.slice(
    page.indexOf('<ul class="marks">'),
    page.indexOf('</ul>', page.indexOf('<ul class="marks">')),
  )
  const groups = await world.db.selectFrom('groups').select('id').where('networkId', '=', 'hafren').execute()
  expect(marks).toContain(`<b>${groups.length}</b> groups are open`)
  expect(marks).toMatch(/<b>\d+<\/b> of \d+ schools take part/)
})

test('a head sees the groups of their school; staff their own; a co-leader the theme’s', async () => {
  const head = await networkFor('mair')
  const matrixOf = (page: string) => page.slice(page.indexOf('<table class="matrix'), page.indexOf('</table>'))
  expect(matrixOf(head)).toContain('Reading by choice')
  expect(matrixOf(head)).not.toContain('Number sense')
  expect(matrixOf(await networkFor('sam'))).not.toContain('Learning outdoors')
  expect(matrixOf(await networkFor('tomasz'))).toContain('Talk in mathematics')
  expect(matrixOf(await networkFor('tomasz'))).not.toContain('Learning outdoors')
  expect(await networkFor('alys')).not.toContain('<table class="matrix')
})

test('what moved is told to those who stand by the group, and why only to those who read its history', async () => {
  for (const person of ['nia', 'tomasz', 'sam']) expect(await networkFor(person)).toContain(sentence)
  const head = await networkFor('mair')
  expect(head).toContain('moved on to Action')
  expect(head).not.toContain(sentence)
  for (const person of ['kasia', 'alys']) {
    expect(await networkFor(person)).not.toContain(sentence)
    expect(await networkFor(person)).not.toContain('moved on to Action')
  }
})

test('the open list is for those who could join; the groups one is in are not on it', async () => {
  expect(await networkFor('alys')).toContain('Groups that take volunteers')
  expect(await networkFor('alys')).toContain('href="/networks/hafren/groups/new"')
  expect(await networkFor('sam')).not.toContain('href="/groups/reading/joining"')
  expect(await networkFor('mair')).not.toContain('Groups that take volunteers')
})

test('what is due stands there for network leaders only', async () => {
  expect(await networkFor('nia')).toContain('What is due')
  for (const person of ['tomasz', 'sadia', 'mair', 'alys'])
    expect(await networkFor(person)).not.toContain('What is due')
})

test('an administrator sees nothing of the groups there, and another network’s people nothing at all', async () => {
  const page = await networkFor('alex')
  for (const words of ['Reading by choice', 'What moved', 'take volunteers', 'What is due'])
    expect(page).not.toContain(words)
  for (const person of ['ruth', 'dilys', 'fiona'])
    expect((await world.as(person).get('/networks/hafren')).status).toBe(404)
})
