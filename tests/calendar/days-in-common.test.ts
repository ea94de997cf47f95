import { describe, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { findNetwork } from '../../src/networks/networks.js'
import { newWorld } from '../world.js'

const world = newWorld()
const days = '/networks/hafren/common-days'
const closure = {
  ...{ kind: 'closure day', title: 'Maths together', startsOn: '2027-01-04', endsOn: '', begins: '', finishes: '' },
  ...{ place: 'Weir Lane Primary', about: 'Bring the jar by the door.' },
}

const address = (await world.as('nia').post(days, closure)).headers.location!

describe('a day is set', () => {
  test('by the network leader, read by those who work there, and unknown to others', async () => {
    for (const person of ['nia', 'sam', 'imran', 'tomasz']) {
      const page = await world.as(person).get(address)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Bring the jar by the door.')
    }
    for (const person of ['ruth', 'dilys', 'fiona', 'alex'])
      for (const at of [days, address, `${days}.csv`]) expect((await world.as(person).get(at)).status).toBe(404)
    for (const person of ['sam', 'imran', 'tomasz']) {
      for (const at of [`${days}/new`, `${address}/edit`, `${address}/cancellation`, `${days}/from-last-year`])
        expect((await world.as(person).get(at)).status).toBe(403)
      for (const at of [days, address, `${address}/cancellation`, `${days}/from-last-year`])
        expect((await world.as(person).post(at, closure)).status).toBe(403)
    }
    expect((await world.as('ruth').get(`/networks/harbour/common-days/${address.split('/').at(-1)}`)).status).toBe(404)
  })

  test.each([
    [{ startsOn: '' }, 'Enter the day'],
    [{ startsOn: '2027-02-30' }, 'Enter a date that is in the calendar'],
    [{ endsOn: '2027-01-03' }, 'The last day must not come before the first'],
    [{ begins: '25:00' }, 'Enter when it begins, such as 16:00'],
    [{ finishes: '17:00' }, 'Enter when it begins, too'],
    [{ begins: '17:00', finishes: '16:00' }, 'It must end after it began'],
    [{ kind: 'twilight session' }, 'A twilight session has an hour'],
    [{ title: ' ' }, 'Say what it is for'],
    [{ kind: 'party' }, 'Choose what kind of day it is'],
  ])('and what is wrong with %j is said beside the field, with the words kept', async (wrong, sentence) => {
    const page = await world.as('nia').post(days, { ...closure, title: 'Kept words', ...wrong })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
    if (!('title' in wrong)) expect(page.text).toContain('Kept words')
  })

  test('heads get a letter with the date on it', async () => {
    await world.posted()
    const letters = world.letters.filter(letter => letter.subject === 'A closure day in common: Maths together')
    expect(letters.map(letter => letter.to)).toContain('imran@schools.example')
    expect(letters.map(letter => letter.to)).not.toContain('bridie@schools.example')
    expect(letters[0]!.date).toMatchObject({ kind: 'closure day', starts: '2027-01-04', ends: null, cancelledAt: null })
  })
})

describe('each school says whether it keeps it', () => {
  test('its head does, is asked on their day until then, and may change it', async () => {
    expect((await world.as('imran').get('/')).text).toContain('does Weir Lane Primary keep this closure day?')
    await world.as('imran').post(`${address}/schools/weir`, { answer: 'kept', note: '' }).expect(303)
    expect((await world.as('imran').get('/')).text).not.toContain('keep this closure day?')
    await world.as('imran').post(`${address}/schools/weir`, { answer: 'own', note: 'On 6 January' }).expect(303)
    const { text } = await world.as('sam').get(address)
    expect(text).toContain('Has a day of its own')
    expect(text).toContain('On 6 January')
  })

  test('a network leader writes down what a head told them; nobody else does', async () => {
    await world.as('nia').post(`${address}/schools/bryn`, { answer: 'kept', note: '' }).expect(303)
    for (const person of ['sam', 'tomasz', 'imran'])
      expect((await world.as(person).post(`${address}/schools/holly`, { answer: 'kept', note: '' })).status).toBe(403)
    for (const school of ['quay', 'nowhere'])
      expect((await world.as('nia').post(`${address}/schools/${school}`, { answer: 'kept' })).status).toBe(404)
    const wrong = await world.as('nia').post(`${address}/schools/holly`, { answer: 'perhaps', note: 'Kept words' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Kept words')
  })

  test('schools stand in the alphabet', async () => {
    const { text } = await world.as('sam').get(address)
    const order = [
      'Holly Bank',
      'River Road',
      'St David',
      'Upper Marsh',
      'Weir Lane',
      'Ysgol Coed',
      'Ysgol Glan',
      'Ysgol y Bryn',
    ]
    const places = order.map(name => text.indexOf(`<th scope="row">${name}`))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(0)
  })

  test('and all of it is taken away as a list', async () => {
    const { text } = await world.as('nia').get(`${days}.csv`)
    expect(text).toMatch(/"2027-01-04".*"Maths together".*"Weir Lane Primary","Has a day of its own","On 6 January"/)
  })
})

test('a day that is cancelled says so, by whom and why, tells the heads, and is not changed any more', async () => {
  const twilight = { ...closure, kind: 'twilight session', title: 'Reading aloud', begins: '16.00', finishes: '17:30' }
  const there = (await world.as('nia').post(days, twilight)).headers.location!
  expect((await world.as('sam').get(there)).text).toContain('4 January 2027, 16:00 to 17:30')
  await world.as('nia').post(`${there}/schools/weir`, { answer: 'not kept', note: '' })
  await world.as('nia').post(`${there}/cancellation`, { because: 'The hall is flooded.' }).expect(303)
  const { text } = await world.as('sam').get(there)
  expect(text).toContain('The hall is flooded.')
  expect(text).toContain('Cancelled:')
  expect((await world.as('nia').post(there, twilight)).status).toBe(403)
  expect((await world.as('nia').post(`${there}/schools/bryn`, { answer: 'kept', note: '' })).status).toBe(403)
  await world.posted()
  const told = world.letters.filter(letter => letter.subject === 'Cancelled: Reading aloud')
  expect(told.map(letter => letter.to)).toContain('mair@schools.example')
  expect(told.map(letter => letter.to)).not.toContain('imran@schools.example')
  expect(told[0]!.date!.cancelledAt).not.toBeNull()
  const month = await world.as('sam').get('/networks/hafren/calendar?month=2027-01')
  expect(month.text).toMatch(/Cancelled:<\/strong>\s*<a href="[^"]+">Reading aloud/)
})

test('the days of a year are proposed for the next one, on the same day of the week, once', async () => {
  const next = `${days}/from-last-year?year=2027`
  const page = await world.as('nia').get(next)
  expect(page.text).toContain('Maths together: 3 January 2028')
  expect(page.text).not.toContain('Reading aloud')
  const value = /name="take" type="checkbox" value="(\w+)"/.exec(page.text)![1]!
  expect((await world.as('nia').post(next, {})).text).toContain('Choose at least one day')
  await world.as('nia').post(next, { take: value }).expect(303)
  expect((await world.as('sam').get(`${days}?year=2027`)).text).toContain('3 January 2028')
  expect((await world.as('nia').get(next)).text).toContain('Nothing to propose')
  const copied = await world.db.selectFrom('commonDays').selectAll().where('follows', '=', value).execute()
  expect(copied.map(one => [one.startsOn, one.title])).toEqual([['2028-01-03', 'Maths together']])
})

test('a day is found by a word of it, by those who work there', async () => {
  const found = async (person: string) => (await world.as(person).get('/search?q=jar+by+the+door')).text
  expect(await found('sam')).toContain(address)
  for (const person of ['ruth', 'dilys', 'fiona']) expect(await found(person)).not.toContain(address)
})

test('names of pupils are noticed where it is written', async () => {
  const page = await world.as('nia').post(days, { ...closure, about: 'Oliver Hughes brings the jam' })
  expect(page.status).toBe(422)
  expect(page.text).toContain('Oliver Hughes')
})

test('the termly report tells the days and how many kept them, and no school', async () => {
  const part = brought.inTheYear.reportParts.find(one => one.part === 'common-days')!
  const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
  const term = await world.db.selectFrom('terms').selectAll().limit(1).executeTakeFirstOrThrow()
  const span = { from: '2027-01-01T00:00:00.000Z', until: '2027-04-01T00:00:00.000Z' }
  const said = JSON.stringify(await part.blocks(world.db, network, term, span))
  expect(said).toContain('Maths together, 4 January 2027. One school kept it.')
  for (const name of ['Weir', 'Bryn', 'Reading aloud']) expect(said).not.toContain(name)
  const later = { from: '2027-05-01T00:00:00.000Z', until: '2027-06-01T00:00:00.000Z' }
  expect(await part.blocks(world.db, network, term, later)).toEqual([])
})

test('what is new is news for those who work there', async () => {
  const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
  const news = async (person: string) => {
    const reader = await world.person(person)
    const all = await Promise.all(
      brought.inTheYear.news.map(of => of(world.db, reader, network, '2026-01-01T00:00:00.000Z')),
    )
    return all.flat().map(one => one.text)
  }
  expect(await news('sam')).toContain('A closure day in common is set: Maths together, 4 January 2027.')
  expect(await news('dilys')).toEqual([])
})
