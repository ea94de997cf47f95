import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { codeWords, putCode, putWords } from './coding-world.js'

const world = newWorld()
const theme = await putCode(world, 'what we lay out')
const choice = await putCode(world, 'choice', { parentId: theme.id })
const talk = await putCode(world, 'talk')
const one = await putWords(world, 'Eleven seconds to choose. Then they talk about it.', {
  school: 'weir',
  kind: 'observation',
})
const two = await putWords(world, 'She said: nobody asks me what I read.', {
  school: 'bryn',
  kind: 'interview',
  by: 'huw',
})
await codeWords(world, one, 'Eleven seconds to choose.', [choice], 'sam')
await codeWords(world, one, 'to choose. Then they talk about it.', [talk], 'sam')
await codeWords(world, two, 'nobody asks me', [talk], 'huw')
const at = (way = '') => `/groups/reading/coding${way}`

test('all passages stand with their piece, kind, school, date and the words around them', async () => {
  const page = await world.as('sadia').get(at())
  expect(page.text).toContain('3 coded passages')
  expect(page.text).toMatch(/She said:.*nobody asks me.*what I read\./s)
  for (const words of [`E${two.number} `, 'interview', 'Ysgol y Bryn', '5 March 2026'])
    expect(page.text).toContain(words)
})

test('a code finds what the codes beneath it are given to; school, kind and coder narrow too', async () => {
  expect((await world.as('sadia').get(at(`?code=${theme.id}`))).text).toContain('1 coded passage')
  expect((await world.as('sadia').get(at('?school=bryn'))).text).toContain('1 coded passage')
  expect((await world.as('sadia').get(at('?kind=observation&who=sam'))).text).toContain('2 coded passages')
  expect((await world.as('sadia').get(at('?from=2026-04-01'))).text).toContain('Nothing is coded like that')
  const csv = await world.as('sadia').get(at('.csv?school=bryn'))
  expect(csv.text.trim().split('\r\n')).toHaveLength(2)
  expect(csv.text).toContain('nobody asks me')
})

test('codes by school stand in the alphabet’s order, by kind in the kinds’ order, each also as a file and a picture', async () => {
  const schools = await world.as('sadia').get(at('/schools'))
  expect(schools.text.indexOf('>Weir Lane Primary</th>')).toBeLessThan(schools.text.indexOf('>Ysgol y Bryn</th>'))
  expect(schools.text).toContain('<svg')
  expect((await world.as('sadia').get(at('/schools.csv'))).text).toContain('talk",1,1')
  expect((await world.as('sadia').get(at('/kinds.csv'))).text).toContain('what we lay out › choice",1,0')
})

test('codes occur together on the same or overlapping words', async () => {
  const page = await world.as('sadia').get(at('/together'))
  expect(page.text).toContain('Pairs of codes')
  expect((await world.as('sadia').get(at('/together.csv'))).text).toContain('talk",1,0')
})

test('a piece shows what it carries, on its own page, among all pieces and on the stage', async () => {
  expect((await world.as('sadia').get(`/evidence/${one.id}`)).text).toContain('Code its words')
  expect((await world.as('sadia').get(at('/pieces'))).text).toContain(`E${one.number} `)
  expect((await world.as('sadia').get('/groups/reading/stages/evidence')).text).toContain('Our codes')
  expect((await world.as('nia').get('/groups/reading/stages/evidence')).text).not.toContain('Our codes')
})

test('the group’s evidence is narrowed by a code and those beneath it, for the group alone', async () => {
  const list = '/groups/reading/evidence'
  const narrowed = await world.as('sam').get(`${list}?code=${theme.id}`)
  expect(narrowed.text).toContain(`"/evidence/${one.id}?`)
  expect(narrowed.text).not.toContain(`/evidence/${two.id}`)
  expect(narrowed.text).toContain('1 piece like this')
  const csv = await world.as('sam').get(`${list}.csv?code=${talk.id}&kind=interview`)
  expect(csv.text.trim().split('\r\n')).toHaveLength(2)
  const outside = await world.as('nia').get(`${list}?code=${theme.id}`)
  expect(outside.text).not.toMatch(/those beneath it|what we lay out/)
})

test('a long list of passages comes page by page, counted as a whole', async () => {
  const long = await putWords(world, Array.from({ length: 45 }, (_, at) => `Line ${at} of it.`).join(' '))
  const many = await putCode(world, 'many')
  for (let at = 0; at < 45; at++) await codeWords(world, long, `Line ${at} of it.`, [many])
  const first = await world.as('sadia').get(at(`?code=${many.id}`))
  expect(first.text).toContain('45 coded passages')
  expect(first.text).toContain('Line 39 of it.')
  expect(first.text).not.toContain('<mark class="passage-mark code-teal">Line 40 of it.')
  const own = await world.as('sadia').get(`/codes/${many.id}?page=2`)
  expect(own.text).toContain('45 passages')
  expect(own.text.match(/passage-mark/g)).toHaveLength(5)
  expect((await world.as('sadia').get(at(`.csv?code=${many.id}`))).text.trim().split('\r\n')).toHaveLength(46)
  expect((await world.as('sadia').get(at('/pieces.csv'))).text).toContain('many 45')
  expect((await world.as('sadia').get(at('/kinds.csv'))).text).toContain('many",45')
})

test('to everybody outside, none of these views exists, and a withdrawn piece is in none of them', async () => {
  const ways = ['', '.csv', '/pieces', '/pieces.csv', '/schools', '/schools.csv', '/kinds.csv', '/together', '/history']
  for (const person of ['nia', 'imran', 'fiona', 'tomasz', 'alex'])
    for (const way of ways)
      expect([person, way, (await world.as(person).get(at(way))).status]).toEqual([person, way, 404])
  await world.as('huw').post(`/evidence/${two.id}/withdrawal`, { reason: 'A parent asked.' })
  for (const way of ways) expect((await world.as('huw').get(at(way))).text).not.toMatch(/nobody asks me|Ysgol y Bryn,/)
  expect((await world.as('huw').get(at('/schools.csv'))).text).toContain('talk",0,1')
})
