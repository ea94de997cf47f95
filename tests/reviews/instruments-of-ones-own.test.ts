import { expect, test } from 'vitest'
import { builtInInstruments, itemsOf } from '../../src/reviews/instruments/index.js'
import { newWorld } from '../world.js'
import { all, rowOf } from './reviewing.js'

const world = newWorld()
const at = `${all}/instruments`

test('what comes along has a name of its own for everything that is asked, and helps that lead somewhere', () => {
  const ids = builtInInstruments.flatMap(one => itemsOf(one).map(item => item.id))
  expect(new Set(ids).size).toBe(ids.length)
  for (const one of builtInInstruments) {
    const known = new Set(itemsOf(one).map(item => item.id))
    expect(one.parts.flatMap(part => part.helps.flatMap(help => help.where)).filter(id => !known.has(id))).toEqual([])
    expect(itemsOf(one).filter(item => item.short.length > 32)).toEqual([])
    expect(one.minutes).toBeLessThan(10)
  }
})

test('a network leaves statements out, adds its own, and keeps the rest as it was', async () => {
  const page = await world.as('nia').get(`${at}/new?from=partnership`)
  expect(page.text).toContain('value="t-care" checked')
  const made = await world.as('nia').post(at, {
    ...{ from: 'partnership', name: 'Partnership, our own', about: '' },
    ...{ 'part-0': 'claims', 'heading-0': 'What holds it up', 'about-0': '', 'keep-0': ['a-trust', 'a-words'] },
    ...{ 'added-0': 'The minibus comes when it should.\n\nWe eat together.', 'talk-0': 'Who drives?' },
  })
  const address = made.headers.location!
  const { text } = await world.as('sam').get(address)
  expect(text).toContain('The minibus comes when it should.')
  expect(text).toContain('We know each other, and trust each other.')
  expect(text).not.toContain('It is clear how the partnership is run')
  expect(text).toContain('Each head spends a morning in another school')

  const round = await world.as('nia').post(all, {
    ...{
      instrument: address.split('/').at(-1)!,
      title: 'Ours',
      company: 'heads',
      roles: 'headteacher',
      answerBy: '2099-12-11',
    },
  })
  const id = round.headers.location!.split('/').at(-1)!
  await world
    .as('nia')
    .post(address, {
      ...{ name: 'Changed', about: '', 'part-0': '', 'heading-0': 'New', 'added-0': 'Something else.' },
    })
    .expect(303)
  expect((await rowOf(world, id)).instrument).toContain('The minibus comes')
  expect((await world.as('nia').get(address)).text).toContain('Something else.')
})

test('is told what is missing, with every word kept', async () => {
  const page = await world.as('nia').post(at, { name: '', about: 'Kept words', 'heading-0': '', 'added-0': 'One.' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Kept words')
  expect(page.text).toContain('Give it a name')
  expect((await world.as('nia').post(at, { name: 'Empty', 'heading-0': 'x', 'added-0': '' })).text).toContain(
    'Write one statement at least',
  )
  const many = Array.from({ length: 13 }, (_, n) => `Statement ${n}`).join('\n')
  expect((await world.as('nia').post(at, { name: 'Long', 'heading-0': 'x', 'added-0': many })).status).toBe(422)
})

test('is made by network leaders, read by those who work there, and offered no more when it is retired', async () => {
  const made = await world.as('nia').post(at, { name: 'Short lived', 'heading-0': 'x', 'added-0': 'One.' })
  const address = made.headers.location!
  for (const person of ['sam', 'tomasz', 'imran']) {
    expect((await world.as(person).get(address)).status).toBe(200)
    expect((await world.as(person).get(`${address}/edit`)).status).toBe(403)
    expect((await world.as(person).post(at, { name: 'x' })).status).toBe(403)
  }
  for (const person of ['ruth', 'dilys', 'fiona', 'alex'])
    expect((await world.as(person).get(address)).status).toBe(404)
  expect((await world.as('sam').get('/search?q=short+lived')).text).toContain(address)
  await world.as('nia').post(`${address}/removal`).expect(303)
  expect((await world.as('sam').get(address)).status).toBe(404)
  expect((await world.as('nia').post(`${at}/sharing-leadership`, { name: 'x' })).status).toBe(404)
})
