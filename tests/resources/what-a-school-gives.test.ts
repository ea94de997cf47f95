import { expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { findNetwork } from '../../src/networks/networks.js'
import { newWorld } from '../world.js'
import { at, openFund } from './money.js'

// What a school promised and paid is known to its head and to the network's leaders. Everybody else tries every door.
const world = newWorld()
const fund = await openFund(world, { name: 'Put together', kind: 'contributions', sum: '' })
const give = (school: string, promised: string, paid: string, version = '0') =>
  world
    .as('nia')
    .post(`${fund}/contributions/${school}`, { promised, paid, paidOn: paid === '0' ? '' : '2026-10-01', version })

// The first time, one school after the other is entered.
const first = await give('weir', '£413.37', '£413.37').expect(303)
expect(first.headers.location).toMatch(/contributions\/[a-z-]+$/)
await give('coed', '£271.83', '£100').expect(303)
await give('glanwy', '0', '0').expect(303)

/** Sums that tell of a school: its own, and those of all, from which one could be taken. */
const telling = ['413.37', '271.83', '685.20', '513.37', '100.00']
const doors = [
  at,
  `${at}/claims`,
  `${at}/claims.csv`,
  `${at}/contributions.csv`,
  fund,
  `${fund}/contributions`,
  `${fund}/contributions/weir`,
  `${at}/bids`,
  `${at}/together`,
  '/',
  '/networks/hafren',
  '/networks/hafren/reports/autumn-2026/preview',
  '/search?q=413.37',
  '/search?q=Put+together',
  '/published/feed.xml',
  '/administration/audit',
  '/groups/reading/history',
]

test('a leader sees what each school gives, and sums that add up', async () => {
  const { text } = await world.as('nia').get(`${fund}/contributions`)
  for (const sum of ['£413.37', '£271.83', '£685.20', '£513.37']) expect(text).toContain(sum)
  expect((await world.as('rhian').get(`${at}/contributions.csv`)).text).toContain('413.37')
})

test.each([
  'tomasz',
  'sadia',
  'sam',
  'zofia',
  'mair',
  'joanna',
  'owen',
  'carys',
  'dilys',
  'fiona',
  'ruth',
  'bridie',
  'alex',
])('%s learns it through no door', async person => {
  for (const door of doors) {
    const { text } = await world.as(person).get(door)
    const words = text.replace('q=413.37', '').replaceAll('value="413.37"', '').replaceAll('“413.37”', '')
    for (const sum of telling)
      expect({ door, told: words.includes(`£${sum}`) || words.includes(`,${sum}`) }).toEqual({ door, told: false })
  }
})

test('a head sees the line of the own school alone, and no total', async () => {
  const { text } = await world.as('imran').get(at)
  expect(text).toContain('£413.37 promised, £413.37 paid')
  for (const sum of ['271.83', '685.20', '513.37', 'Coed-y-dŵr']) expect(text).not.toContain(sum)
  const csv = (await world.as('imran').get(`${at}/contributions.csv`)).text
  expect(csv).toContain('413.37')
  expect(csv).not.toContain('271.83')
})

test('a school that gives nothing is marked nowhere, and loses nothing', async () => {
  const heads = await Promise.all(['geraint', 'mair'].map(async one => (await world.as(one).get(at)).text))
  for (const page of heads) expect(page).not.toContain('Put together')
  const csv = (await world.as('geraint').get(`${at}/contributions.csv`)).text
  expect(csv.trim().split('\r\n')).toHaveLength(1)
  for (const person of ['geraint', 'eleri'])
    expect((await world.as(person).get(`${at}/claims/new?kind=release`)).status).toBe(200)
})

test('nothing that is kept of the deed leads to the school', async () => {
  const facts = await world.db.selectFrom('facts').selectAll().where('kind', '=', 'money came in').execute()
  expect(facts.length).toBe(3)
  expect(JSON.stringify(facts)).not.toMatch(/weir|coed|glanwy|413|271/)
  expect(JSON.stringify(await world.audited(facts[0]!.aboutId!))).not.toMatch(/weir|coed|413/)
})

test('lists, feeds and news of the network hold it for nobody else', async () => {
  for (const id of ['tomasz', 'sam', 'joanna', 'ruth', 'alex']) {
    const person = await world.person(id)
    const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
    for (const list of brought.inTheYear.lists.filter(one => ['funds', 'contributions', 'bids'].includes(one.name))) {
      const csv = await list.csv(world.db, person, network)
      expect({ list: list.name, lines: csv.trim().split('\r\n').length }).toEqual({ list: list.name, lines: 1 })
    }
    const news = await Promise.all(brought.inTheYear.news.map(one => one(world.db, person, network, '2020-01-01')))
    expect(JSON.stringify(news)).not.toMatch(/413|271|685/)
  }
})

test('of two leaders who enter it at once, the second is told', async () => {
  await give('coed', '£300', '£100', '1').expect(303)
  const late = await give('coed', '£250', '£100', '1')
  expect(late.status).toBe(409)
})

test('a payment without its day is asked for again, with the sum kept', async () => {
  const sent = { promised: '£10.10', paid: '10.10', paidOn: '', version: '0' }
  const page = await world.as('nia').post(`${fund}/contributions/river`, sent)
  expect(page.status).toBe(422)
  expect(page.text).toContain('Enter the day of the last payment')
  expect(page.text).toContain('value="10.10"')
})
