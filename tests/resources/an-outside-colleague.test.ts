import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { brought } from '../../src/rooms.js'
import { findNetwork } from '../../src/networks/networks.js'
import { newWorld } from '../world.js'
import { at, idOf } from './money.js'

const world = newWorld()
const textOf = async (person: string, address: string) => (await world.as(person).get(address)).text
const made = await world.as('nia').post(`${at}/colleagues`, {
  name: 'Fiona Strand',
  person: 'fiona',
  what: 'adviser',
  about: 'Sits at the back and asks one question.',
  year: '2026',
  days: '20',
  base: '2',
})
const fiona = made.headers.location!
const day = (school: string, days = '1', onDay = '2026-10-06', forWhat = `A day for ${school || 'all'}`) =>
  world.as('fiona').post(`${fiona}/days`, { onDay, days, school, forWhat })

test('the colleague enters what was used, and a leader too', async () => {
  await day('weir').expect(303)
  await world
    .as('nia')
    .post(`${fiona}/days`, { onDay: '2026-12-08', days: '0.5', school: 'coed', forWhat: 'Booked for Coed' })
    .expect(303)
  const text = await textOf('fiona', fiona)
  expect(text).toContain('A day for weir')
  expect(text).toContain('18½ days')
  expect((await world.as('imran').post(`${fiona}/days`, { onDay: '2026-10-06', days: '1', forWhat: 'x' })).status).toBe(
    403,
  )
  const wrong = await day('', '1', '2026-08-31')
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Choose a day of the school year 2026/27')
  expect((await day('quay')).status).toBe(422)
  const twice = await day('bryn', '0.5')
  expect(twice.status).toBe(422)
  expect(twice.text).toContain('More than one day is entered for this date then')
  expect(twice.text).toContain('A day for bryn')
})

test('a head reads what the own school used, and of others neither a line nor a sum that tells of one', async () => {
  const page = await textOf('imran', fiona)
  expect(page).toContain('A day for weir')
  expect(page).not.toContain('Booked for Coed')
  expect(page).not.toContain('18½ days')
  expect(await textOf('imran', `${at}/colleague-days.csv`)).not.toContain('Coed')
  await day('bryn', '1', '2026-10-13').expect(303)
  const later = await textOf('imran', fiona)
  expect(later).toContain('17½ days')
  for (const line of ['A day for bryn', 'Booked for Coed']) expect(later).not.toContain(line)
})

test('what is in common is read by heads, co-leaders and lead learners; others know only that there is somebody', async () => {
  for (const person of ['tomasz', 'sadia', 'mair', 'nia'])
    expect(await textOf(person, fiona)).toContain('Held in common')
  for (const person of ['sam', 'huw']) expect(await textOf(person, fiona)).not.toContain('Held in common')
  for (const person of ['dilys', 'ruth', 'bridie', 'alex', 'marek'])
    expect({ person, status: (await world.as(person).get(fiona)).status }).toEqual({ person, status: 404 })
})

describe('a wish for more', () => {
  const reason = 'Three new teachers at once, and our inspection comes before Easter.'
  let wish = ''

  test('is read by whoever asked, the head of that school and the leaders, and by nobody else', async () => {
    await world.as('imran').post(`${fiona}/wishes`, { more: '1', reason }).expect(303)
    const { id } = await world.db.selectFrom('colleagueWishes').select('id').executeTakeFirstOrThrow()
    wish = `${fiona}/wishes/${id}`
    for (const person of ['imran', 'nia', 'rhian']) expect(await textOf(person, wish)).toContain('Three new teachers')
    for (const person of ['mair', 'carys', 'tomasz', 'sadia', 'zofia', 'fiona', 'dilys', 'ruth', 'alex'])
      for (const address of [wish, fiona, '/', at, '/search?q=teachers+at+once'])
        expect({ person, address, told: (await textOf(person, address)).includes('Three new teachers') }).toEqual({
          person,
          address,
          told: false,
        })
    expect(await textOf('nia', '/')).toContain('Weir Lane Primary wishes for 1 day more')
    expect(await textOf('sam', '/')).not.toContain('wishes for')
    expect((await world.as('sam').post(`${fiona}/wishes`, { more: '1', reason })).status).toBe(403)
  })

  test('is answered with what the circle agreed; no school gives more than it has, nor all more than was agreed', async () => {
    const answer = { agreed: '1', word: 'We agreed at once.' }
    const send = (fields: Record<string, string>) => world.as('nia').post(wish, { ...answer, ...fields })
    expect((await send({ 'from-bryn': '1.5' })).text).toContain('Ysgol y Bryn has 1 day left to give')
    expect((await send({ 'from-mars': '1' })).text).toContain('Enter days in halves')
    const tooMuch = await send({ 'from-holly': '1', 'from-river': '1' })
    expect(tooMuch.status).toBe(422)
    expect(tooMuch.text).toContain('which is more than was agreed')
    expect((await send({ word: '' })).text).toContain('Say in a sentence what the circle agreed')
    expect((await world.as('imran').post(wish, answer)).status).toBe(403)
    await send({ 'from-holly': '0.5', 'from-river': '0.5' }).expect(303)
    expect((await send({})).status).toBe(403)
  })

  test('thanks those who gave, and tells nobody to whom', async () => {
    const thanks =
      'Holly Bank Primary (half a day) and River Road Community Primary (half a day) gave from their shares'
    for (const person of ['sam', 'mair', 'sadia']) {
      const page = await textOf(person, fiona)
      expect(page).toContain(thanks)
      expect(page).not.toContain('Weir Lane')
    }
    expect(await textOf('imran', fiona)).toMatch(
      /Weir Lane Primary<\/th><td[^>]*>2 days<\/td><td[^>]*>none<\/td><td[^>]*>1 day</,
    )
    expect(await textOf('carys', fiona)).toMatch(/Holly Bank Primary<\/th><td[^>]*>2 days<\/td><td[^>]*>half a day</)
    await world.posted()
    expect(world.letters.filter(one => one.text.includes('We agreed at once')).map(one => one.to)).toEqual([
      'imran@schools.example',
    ])
  })

  test('leaves no trace from which others could learn who was supported', async () => {
    const facts = await world.db.selectFrom('facts').selectAll().where('kind', 'like', '%wish%').execute()
    expect(facts.length).toBe(2)
    expect(JSON.stringify(facts)).not.toMatch(/weir|Three new/)
    expect(await world.audited(idOf(wish))).toEqual([])
    const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
    for (const id of ['mair', 'sam', 'dilys']) {
      const person = await world.person(id)
      const asked = { db: world.db, person, networkIds: ['hafren'], from: '2026-09-01', until: '2027-08-31' }
      const dates = await datesOfAll(brought.inTheYear.dates, asked)
      const news = await Promise.all(brought.inTheYear.news.map(one => one(world.db, person, network, '2020')))
      expect(JSON.stringify([dates, news])).not.toMatch(/Weir Lane|weir/)
    }
    const csv = await brought.inTheYear.lists
      .find(one => one.name === 'colleague-days')!
      .csv(world.db, await world.person('mair'), network)
    expect(csv).not.toContain('Weir Lane')
  })
})

test('the days of the colleague stand in the calendars of those concerned', async () => {
  const of = async (id: string) =>
    (
      await datesOfAll(brought.inTheYear.dates, {
        ...{ db: world.db, person: await world.person(id), networkIds: ['hafren'] },
        ...{ from: '2026-10-01', until: '2026-12-31' },
      })
    )
      .filter(one => !['term', 'holiday'].includes(one.kind))
      .map(one => one.title)
  expect(await of('imran')).toEqual(['Fiona Strand at Weir Lane Primary'])
  expect(await of('nia')).toHaveLength(3)
  expect(await of('sam')).toEqual([])
})

test('losing the place in the network ends the way in at once', async () => {
  await world.db.updateTable('groupPeople').set({ leftAt: '2026-11-01' }).where('personId', '=', 'fiona').execute()
  expect((await world.as('fiona').get(fiona)).status).toBe(404)
  expect((await world.as('fiona').get(`${at}/swots`)).status).toBe(404)
})
