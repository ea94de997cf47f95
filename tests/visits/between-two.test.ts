import { expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { brought } from '../../src/rooms.js'
import { addressesOf } from '../house/addresses.js'
import { daysAfter, now, today } from '../../src/web/now.js'
import { findNetwork } from '../../src/networks/networks.js'
import { newWorld } from '../world.js'
import { at, termAllYear, weekday } from './visiting.js'

const world = newWorld()
await termAllYear(world)

const day = weekday(2, 7)
const secret = 'Numbat'
const fields = {
  colleague: 'eleri',
  day,
  starts: '9.30',
  ends: '10:45',
  place: `${secret} room`,
  about: `${secret} lessons are hard just now.`,
}
const made = await world.as('huw').post(`${at}/supporting`, fields)
const address = made.headers.location!
const id = address.split('/').at(-1)!

test('it is proposed to those alone who work here too, since nobody else could open it', async () => {
  for (const colleague of ['dilys', 'menna', 'gareth', 'ruth'])
    expect((await world.as('huw').post(`${at}/supporting`, { ...fields, colleague })).status).toBe(422)
})

test('one proposes it, the other agrees, and it is in their two calendars as a visit and no more', async () => {
  expect(made.status).toBe(303)
  expect((await world.as('eleri').get('/')).text).toContain('proposes a visit between you two')
  expect((await world.as('huw').post(`${address}/agreement`)).status).toBe(403)
  expect((await world.as('eleri').post(`${address}/agreement`)).status).toBe(303)
  await world.posted()
  const letters = world.letters.filter(one => one.text.includes(id))
  expect(letters.map(one => one.to).sort()).toEqual(['eleri@schools.example', 'huw@schools.example'])
  for (const letter of letters) {
    expect(letter.subject).toBe('A visit')
    expect(letter.text).not.toContain(secret)
  }
  const span = { from: today(), until: daysAfter(today(), 60) }
  const dates = async (person: string) =>
    (
      await datesOfAll(brought.inTheYear.dates, {
        ...{ db: world.db, person: await world.person(person), networkIds: ['hafren', 'harbour'] },
        ...span,
      })
    ).filter(date => date.kind === 'visit')
  for (const person of ['huw', 'eleri'])
    expect(await dates(person)).toEqual([
      expect.objectContaining({ title: 'Visit', where: '', mine: true, uid: `visit-${id}` }),
    ])
  for (const person of ['nia', 'mair', 'geraint', 'kasia', 'ruth']) expect(await dates(person)).toEqual([])
})

test('those two write together, each for themselves, and nobody else reads a word', async () => {
  await world.as('huw').post(`/texts/supporting-note/${id}/together`, { body: `${secret} together`, version: 0 })
  await world.as('eleri').post(`/texts/supporting-note/${id}~eleri/mine`, { body: `${secret} own words`, version: 0 })
  expect((await world.as('eleri').get(address)).text).toContain(`${secret} together`)
  expect((await world.as('huw').get(address)).text).not.toContain('own words')
  for (const person of ['nia', 'mair', 'geraint', 'alex', 'kasia', 'ruth', 'fiona'])
    for (const [owner, field] of [
      [id, 'together'],
      [`${id}~eleri`, 'mine'],
      [`${id}~${person}`, 'mine'],
    ] as const)
      expect(
        (await world.as(person).post(`/texts/supporting-note/${owner}/${field}`, { body: 'x', version: 0 })).status,
      ).toBe(404)
})

test('to everybody else it does not exist, at any of its addresses and by any way', async () => {
  const own = [address, `${address}/edit`]
  const deeds = ['', '/agreement', '/calling-off', '/release', '/people', '/people/nia/removal'].map(
    deed => address + deed,
  )
  for (const person of [
    'nia',
    'rhian',
    'mair',
    'geraint',
    'sadia',
    'tomasz',
    'kasia',
    'dilys',
    'fiona',
    'ruth',
    'alex',
  ]) {
    for (const page of own) expect((await world.as(person).get(page)).status).toBe(404)
    for (const deed of deeds) expect((await world.as(person).post(deed, {})).status).toBe(404)
    for (const page of [
      `${at}/${id}`,
      `${at}/${id}/edit`,
      `${at}/releases/${id}`,
      `/networks/harbour/visits/supporting/${id}`,
    ])
      expect((await world.as(person).get(page)).status).toBe(404)
  }
  expect((await world.as('huw').get(`/networks/harbour/visits/supporting/${id}`)).status).toBe(404)
})

test('no list, file, search, page of the network, administrator’s page or Your day tells of it', async () => {
  await world.posted()
  const pages = addressesOf(world.app)
    .filter(one => one.method === 'get')
    .map(one => one.path.replace(':network', 'hafren').replace(':group', 'bilingual').replace(':school', 'bryn'))
    .filter(path => !path.includes(':'))
  expect(pages.length).toBeGreaterThan(40)
  const told = (text: string) => text.includes(secret) || text.includes(id) || text.includes('Between two colleagues')
  for (const person of ['nia', 'alex'])
    for (const page of [
      ...pages,
      `${at}?show=was`,
      `${at}?show=asked`,
      `${at}?show=schools`,
      `/search?q=lessons+hard`,
    ]) {
      if (/sign-out|healthz|readyz/.test(page)) continue
      const { text = '' } = await world.as(person).get(page)
      expect({ person, page, told: told(text) }).toEqual({ person, page, told: false })
    }
  expect((await world.as('huw').get(`/search?q=${secret}`)).text).not.toContain(`${secret} lessons`)
}, 60_000)

test('nothing of the year counts it', async () => {
  const nia = await world.person('nia')
  const network = await findNetwork(world.db, nia, 'hafren')
  await world.db
    .updateTable('supportingVisits')
    .set({ day: daysAfter(today(), -3) })
    .execute()
  const span = { from: daysAfter(today(), -30) + 'T00:00:00.000Z', until: daysAfter(today(), 1) + 'T00:00:00.000Z' }
  const { hours, moves, news, knowsHow, lists, reportParts } = brought.inTheYear
  const term = await world.db
    .selectFrom('terms')
    .selectAll()
    .where('networkId', '=', 'hafren')
    .executeTakeFirstOrThrow()
  const all = [
    await Promise.all(hours.map(of => of(world.db, 'hafren', span))),
    await Promise.all(moves.map(of => of(world.db, nia, network, span))),
    await Promise.all(news.map(of => of(world.db, nia, network, span.from))),
    await Promise.all(knowsHow.map(of => of(world.db, nia, network))),
    await Promise.all(lists.map(of => of.csv(world.db, nia, network))),
    await Promise.all(reportParts.map(of => of.blocks(world.db, network, term, span))),
  ]
  expect(JSON.stringify(all)).not.toContain(secret)
  expect(
    (await Promise.all(hours.map(of => of(world.db, 'hafren', span)))).flat().filter(one => one.of === 'visits'),
  ).toEqual([])
  await world.db.updateTable('supportingVisits').set({ day }).execute()
})

test('the audit trail and the history have no line of it, and no fact says in which network it is', async () => {
  const facts = await world.db.selectFrom('facts').selectAll().where('kind', 'like', 'two colleagues%').execute()
  expect(facts.length).toBeGreaterThan(1)
  for (const fact of facts) expect([fact.networkId, fact.groupId, fact.aboutKind]).toEqual([null, null, null])
  const { text } = await world.as('alex').get('/administration/audit')
  expect(text).not.toContain(id)
  expect(text).not.toContain('two colleagues')
  expect(await world.audited(id)).toEqual([])
})

test('a head is asked only if they choose, and learns the day and that it is a colleague’s visit', async () => {
  expect((await world.as('mair').get('/')).text).not.toContain('asks to be released')
  expect((await world.as('huw').get(address)).text).toContain('Ask my head for the time')
  expect((await world.as('huw').post(`${address}/release`)).status).toBe(303)
  expect((await world.as('huw').post(`${address}/release`)).status).toBe(409)
  await world.posted()
  const letter = world.letters.findLast(one => one.to === 'mair@schools.example')!
  expect(letter.text).toContain('Huw ap Siôn asks to be released for a colleague’s visit')
  const { id: release } = await world.db
    .selectFrom('visitReleases')
    .selectAll()
    .where('personId', '=', 'huw')
    .executeTakeFirstOrThrow()
  const page = await world.as('mair').get(`${at}/releases/${release}`)
  expect(page.text).toContain('a colleague’s visit')
  for (const text of [letter.text, page.text, (await world.as('mair').get('/')).text])
    for (const hidden of [secret, 'Eleri', id]) expect(text).not.toContain(hidden)
  for (const person of ['nia', 'geraint', 'eleri'])
    expect((await world.as(person).get(`${at}/releases/${release}`)).status).toBe(404)
  await world.as('mair').post(`${at}/releases/${release}`, { answer: 'yes', word: 'Gladly.' })
  expect((await world.as('huw').get(address)).text).toContain('yes: “Gladly.”')
  await world.posted()
  const audit = await world.audited(release)
  expect(JSON.stringify(audit)).not.toContain('hafren')
})

test('whom they name sees it too, may not change it, and no longer sees it when they say so', async () => {
  expect((await world.as('huw').post(`${address}/people`, { person: 'ruth' })).status).toBe(403)
  expect((await world.as('huw').post(`${address}/people`, { person: 'mair' })).status).toBe(303)
  expect((await world.as('mair').get(address)).text).toContain(`${secret} together`)
  expect((await world.as('mair').get(address)).text).not.toContain('own words')
  expect(
    (await world.as('mair').post(address, { day, starts: '09:00', ends: '10:00', place: '', about: '' })).status,
  ).toBe(403)
  expect((await world.as('mair').post(`${address}/people`, { person: 'nia' })).status).toBe(403)
  expect((await world.as('eleri').post(`${address}/people/mair/removal`)).status).toBe(303)
  expect((await world.as('mair').get(address)).status).toBe(404)
})

test('it is moved and called off; bad input is told', async () => {
  const words = { day, starts: '11:00', ends: '12:00', place: '', about: '' }
  expect((await world.as('eleri').post(address, { ...words, ends: '10:00' })).text).toContain(
    'It must end after it begins',
  )
  expect((await world.as('eleri').post(address, { ...words, day: '2027-02-30' })).status).toBe(422)
  expect((await world.as('eleri').post(address, words)).status).toBe(303)
  expect((await world.as('huw').post(`${address}/calling-off`)).status).toBe(303)
  expect((await world.as('huw').post(`${address}/calling-off`)).status).toBe(409)
  await world.posted()
  expect(world.letters.findLast(one => one.to === 'eleri@schools.example')!.date).toMatchObject({
    sequence: 2,
    title: 'Visit',
  })
  for (const colleague of ['huw', 'ruth', 'nobody', ''])
    expect((await world.as('huw').post(`${at}/supporting`, { ...fields, colleague })).status).toBe(422)
  expect((await world.as('dilys').get(`${at}/supporting/new`)).status).toBe(404)
  expect(now().length).toBe(24)
})
