import { describe, expect, test } from 'vitest'
import { datesOfAll } from '../../src/networks/year.js'
import { textOf as wordsOf } from '../../src/documents/to-text.js'
import { findNetwork } from '../../src/networks/networks.js'
import { partsBeside } from '../../src/networks/year.js'
import { knownPartsWith } from '../../src/termly-reports/arranging/parts.js'
import { reportInMaking } from '../../src/termly-reports/report-in-making.js'
import { documentOfReport } from '../../src/termly-reports/telling/document-of.js'
import { findTerm } from '../../src/networks/terms/terms.js'
import { brought } from '../../src/rooms.js'
import { daysAfter, today } from '../../src/web/now.js'
import { newWorld } from '../world.js'
import { at, claim, giveBudget, idOf, openFund } from './money.js'

const world = newWorld()
const textOf = async (person: string, address: string) => (await world.as(person).get(address)).text
const budget = idOf(await giveBudget(world, await openFund(world)))
const agreedAction = { action: 'A jar by the door', expectedEffect: 'More choosing', steps: '', who: '' }
await world
  .as('sadia')
  .post('/groups/reading/actions', { ...agreedAction, startsOn: '', endsOn: '' })
  .expect(303)
const action = `/actions/${(await world.db.selectFrom('actions').select('id').executeTakeFirstOrThrow()).id}`
const heads: Record<string, string> = { sam: 'imran', huw: 'mair', bilal: 'owen' }
const agreed = async (person: string) => {
  const address = await claim(world, person, {
    budget,
    forHref: `http://localhost:3000${action}?x=1`,
    onDay: '2026-10-20',
  })
  await world.as(heads[person]!).post(`${address}/answers`, { answer: 'yes' }).expect(303)
  await world.as('sadia').post(`${address}/answers`, { answer: 'yes' }).expect(303)
  return address
}

describe('release time beside what it paid for', () => {
  test('is told to those who may read the claim; to others only as a sum of three colleagues or more', async () => {
    await agreed('sam')
    await agreed('huw')
    expect(await textOf('sadia', action)).toContain('Sam O’Neill, 1 day of release')
    expect(await textOf('sam', action)).not.toContain('Huw ap Siôn, 1 day')
    expect(await textOf('zofia', action)).not.toMatch(/of release time paid|1 day of release/)
    await agreed('bilal')
    expect(await textOf('zofia', action)).toMatch(/<strong>3 days<\/strong> of release time paid for this/)
    expect(await textOf('zofia', action)).not.toContain('1 day of release')
    for (const person of ['fiona']) expect(await textOf(person, action)).not.toContain('Time and money')
  })

  test('leads to a claim that knows already what it is for', async () => {
    const page = await textOf('sam', action)
    const way = /href="([^"]*claims\/new\?for=[^"]*)"/.exec(page)![1]!
    expect(await textOf('sam', `${way}&kind=release`)).toContain(`value="${action}"`)
  })

  test('stands beside meetings, themes, projects and groups too', async () => {
    const address = await claim(world, 'sam', { budget, forHref: '/networks/hafren/themes/language' })
    const beside = await partsBeside(brought.inTheYear.beside, 'theme', world.db, await world.person('sam'), 'language')
    expect(JSON.stringify(beside)).toContain(address)
    for (const person of ['zofia', 'dilys', 'ruth']) {
      const parts = await partsBeside(
        brought.inTheYear.beside,
        'theme',
        world.db,
        await world.person(person),
        'language',
      )
      expect(JSON.stringify(parts)).not.toContain(address)
    }
  })
})

describe('what working together cost and brought', () => {
  test('is counted from records, and tells of no school and no colleague', async () => {
    const page = await textOf('nia', `${at}/together?term=autumn-2026`)
    expect(page).toContain('Release time')
    expect(page).toContain('3 days')
    expect(page).toContain('What it brought')
    for (const name of ['Sam O’Neill', 'Weir Lane']) expect(page).not.toContain(name)
    expect(await textOf('nia', `${at}/together?term=2025`)).toContain('School year 2025/26')
    expect(await textOf('nia', `${at}/together?term=spring-2026`)).toContain('fewer than three colleagues')
  })

  test('goes to whoever gave the money as one page', async () => {
    const pdf = await world.as('nia').get(`${at}/together.pdf?term=autumn-2026`)
    expect(pdf.status).toBe(200)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect((String(pdf.body).match(/\/Type \/Page\b/g) ?? []).length).toBeLessThan(2)
    expect((await world.as('nia').get(`${at}/together.docx`)).status).toBe(200)
  })

  test('stands within the report’s own part on money and time, and is no part of its own', async () => {
    const network = await findNetwork(world.db, await world.person('nia'), 'hafren')
    const term = await findTerm(world.db, 'hafren', 'autumn-2026')
    const known = knownPartsWith(brought.inTheYear.reportParts)
    expect(known.map(one => one.part)).not.toContain('money-and-time')
    const report = await documentOfReport(reportInMaking(world.db, network, term, known))
    const words = wordsOf(report)
    expect(words).toContain('Counted from our records, colleagues gave 3 days of release time to working together.')
    expect(words.match(/What the money and time made possible/g)).toHaveLength(1)
  })
})

describe('a data evening', () => {
  const words = {
    title: 'Reading our data',
    heldOn: '2027-02-04',
    starts: '18.30',
    ends: '20:00',
    place: 'Ysgol y Bryn',
    about: 'Bring **one** question.',
  }
  let evening = ''

  test('is set up by a leader, and read by those who work here and the governors who are invited', async () => {
    evening = (
      await world
        .as('nia')
        .post(`${at}/evenings`, { ...words, schools: ['bryn', 'coed'] })
        .expect(303)
    ).headers.location!
    for (const person of ['dilys', 'sam', 'imran']) expect(await textOf(person, evening)).toContain('Reading our data')
    for (const person of ['ruth', 'bridie', 'fiona', 'alex'])
      expect((await world.as(person).get(evening)).status).toBe(404)
    expect(await textOf('dilys', '/')).toContain('You are invited to “Reading our data”')
    expect(await textOf('dilys', '/search?q=Reading+our+data')).toContain('/resources/evenings/')
    await world.posted()
    const [letter] = world.letters.filter(one => one.to.startsWith('dilys'))
    expect(letter!.date).toMatchObject({ starts: '2027-02-04T18:30:00.000Z', sequence: 0 })
    for (const address of [at, `${at}/evenings`, `${at}/claims`])
      expect((await world.as('dilys').get(address)).status).toBe(404)
  })

  test('a governor who is invited says whether they come, and may think again; the leader reads who comes', async () => {
    expect(await textOf('dilys', '/')).toContain('Do you come?')
    expect((await world.as('sam').post(`${evening}/coming`, { says: 'comes' })).status).toBe(403)
    expect((await world.as('dilys').post(`${evening}/coming`, { says: 'perhaps' })).status).toBe(422)
    await world.as('dilys').post(`${evening}/coming`, { says: 'cannot' }).expect(303)
    expect(await textOf('dilys', evening)).toContain('You cannot come: your apologies are noted.')
    await world.as('dilys').post(`${evening}/coming`, { says: 'comes' }).expect(303)
    expect(await textOf('dilys', evening)).toContain('You come.')
    expect(await textOf('dilys', '/')).not.toContain('Do you come?')
    expect(await textOf('nia', evening)).toMatch(/Coming<\/dt><dd>[^<]*Dilys Prosser/)
    expect(await textOf('sam', evening)).not.toContain('Who comes')
  })

  test('has papers, which guests open; an address that could run is refused', async () => {
    const bad = await world.as('nia').post(`${evening}/papers`, { title: 'x', href: 'javascript:alert(1)' })
    expect(bad.status).toBe(422)
    await world
      .as('nia')
      .post(`${evening}/papers`, { title: 'How to read a line', href: 'https://example.org/a' })
      .expect(303)
    expect(await textOf('dilys', evening)).toContain('How to read a line')
    expect((await world.as('dilys').post(`${evening}/papers`, { title: 'x', href: 'https://x.example' })).status).toBe(
      403,
    )
  })

  test('of another school’s governors is none of theirs', async () => {
    await world
      .as('nia')
      .post(evening, { ...words, schools: ['coed'] })
      .expect(303)
    expect((await world.as('dilys').get(evening)).status).toBe(404)
    expect(await textOf('dilys', '/search?q=Reading+our+data')).not.toContain('/resources/evenings/')
  })

  test('that is cancelled leaves calendars properly', async () => {
    await world.as('nia').post(`${evening}/cancellation`).expect(303)
    const dates = await datesOfAll(brought.inTheYear.dates, {
      ...{ db: world.db, person: await world.person('sam'), networkIds: ['hafren'] },
      ...{ from: '2027-02-01', until: '2027-02-28' },
    })
    expect(dates.find(one => one.kind === 'data evening')).toMatchObject({ sequence: 2 })
    expect(dates.find(one => one.kind === 'data evening')!.cancelledAt).not.toBeNull()
  })

  test.each([
    [{ ends: '18:00' }, 'It must end after it began'],
    [{ heldOn: '2027-02-31' }, 'in the calendar'],
    [{ title: '' }, 'Give the evening a title'],
  ])('%j is asked for again', async (fields, sentence) => {
    const page = await world.as('nia').post(`${at}/evenings`, { ...words, ...fields })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
  })
})

describe('a SWOT', () => {
  test('waits for all who look at it together, the adviser too, until its day; then for whoever began it', async () => {
    const gareth = { name: 'Gareth Ellis-Huws', person: 'gareth', what: 'adviser', about: '' }
    await world
      .as('nia')
      .post(`${at}/colleagues`, { ...gareth, year: '2026', days: '20', base: '2' })
      .expect(303)
    const began = await world.as('mair').post(`${at}/swots`, { title: 'Half a year with Gareth', heldOn: today() })
    const swot = began.headers.location!
    for (const person of ['mair', 'imran', 'nia', 'gareth']) {
      expect(await textOf(person, '/')).toContain('Write into the SWOT')
      expect(await textOf(person, '/calendar')).toContain('Half a year with Gareth')
    }
    const mine = await textOf('gareth', (await textOf('gareth', '/')).match(/"([^"]+\/colleagues\/[^"]+)"/)![1]!)
    expect(mine).toContain(`${at}/swots"`)
    expect(await textOf('gareth', `${at}/swots`)).toContain('Half a year with Gareth')
    expect(await textOf('gareth', `${at}/swots`)).not.toContain('Begin the SWOT')
    expect((await world.as('gareth').get(`${at}/colleagues`)).status).toBe(200)
    for (const person of ['sam', 'tomasz', 'dilys', 'ruth']) {
      expect(await textOf(person, '/')).not.toContain('Half a year with Gareth')
      expect(await textOf(person, '/calendar')).not.toContain('Half a year with Gareth')
    }
    await world.db
      .updateTable('swots')
      .set({ heldOn: daysAfter(today(), -1) })
      .where('id', '=', idOf(swot))
      .execute()
    expect(await textOf('mair', '/')).toContain('It is not settled yet')
    for (const person of ['imran', 'gareth']) expect(await textOf(person, '/')).not.toContain('Half a year with Gareth')
    await world.as('mair').post(`${swot}/settling`).expect(303)
    expect(await textOf('mair', '/')).not.toContain('Half a year with Gareth')
  })

  test('is written together by heads and leaders, and stays as it was once it is settled', async () => {
    const swot = (
      await world.as('mair').post(`${at}/swots`, { title: 'Half a year in', heldOn: '2026-11-26' }).expect(303)
    ).headers.location!
    const text = `/texts/swot/${idOf(swot)}/strengths`
    await world.as('nia').post(text, { body: 'We ring each other.', version: '0' }).expect(303)
    expect(await textOf('imran', swot)).toContain('We ring each other.')
    for (const person of ['sam', 'sadia', 'tomasz', 'dilys', 'ruth', 'alex']) {
      expect((await world.as(person).get(swot)).status).toBe(404)
      expect((await world.as(person).post(text, { body: 'x', version: '1' })).status).toBe(404)
    }
    await world.as('mair').post(`${swot}/settling`).expect(303)
    expect((await world.as('nia').post(text, { body: 'Later', version: '1' })).status).toBe(403)
    expect(await textOf('nia', swot)).toContain('Settled on')
  })
})

describe('heads to ring', () => {
  test('are known to heads alone, and nothing else is kept', async () => {
    const mine = { telephone: '01632 960177', bestTime: 'After eight' }
    await world.as('mair').post(`${at}/ringing`, mine).expect(303)
    expect(await textOf('imran', `${at}/ringing`)).toContain('01632 960177')
    for (const person of ['nia', 'rhian', 'tomasz', 'sam', 'dilys', 'ruth', 'bridie', 'alex'])
      expect((await world.as(person).get(`${at}/ringing`)).status).toBe(404)
    expect((await world.as('nia').post(`${at}/ringing`, mine)).status).toBe(404)
    expect((await world.as('imran').post(`${at}/ringing`, { telephone: 'ring me', bestTime: '' })).status).toBe(422)
    const facts = await world.db.selectFrom('facts').select('kind').where('kind', 'like', '%ring%').execute()
    expect(facts).toEqual([])
    await world.as('mair').post(`${at}/ringing/leaving`).expect(303)
    expect(await world.db.selectFrom('headsToRing').selectAll().execute()).toEqual([])
  })
})
