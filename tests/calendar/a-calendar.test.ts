import { describe, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { beginAnew } from '../../src/search/renewing.js'
import { daysAfter, standStillAt, today } from '../../src/web/now.js'
import { listenTo } from '../questions-asked.js'
import { newWorld } from '../world.js'
import { sqliteOf } from '../sqlite-of.js'

const world = newWorld()
const calendar = '/networks/hafren/calendar'

await world.db
  .insertInto('actions')
  .values({
    ...{ id: 'act', groupId: 'reading', enquiryId: 'reading-1', number: 7, action: 'Ask Dafydd at the window' },
    ...{ expectedEffect: 'x', startsOn: '2027-03-05', endsOn: '2027-03-19' },
    ...{ agreedAt: '2026-11-20T10:00:00.000Z', agreedBy: 'sadia' },
  })
  .execute()
await beginAnew(world.db, brought.searchables)
await world.as('nia').post('/networks/hafren/conferences', {
  ...{ title: 'What we saw', heldOn: '2027-03-19', place: 'Weir Lane', welcome: '' },
})

/** What stands on one day of a month’s sheet. */
async function on(person: string, address: string, day: string): Promise<string> {
  const { text } = await world.as(person).get(address)
  const cell = text.split('<td ').find(one => one.includes(`<span class="month-words">${day}</span>`))
  return cell?.split('</td>')[0] ?? ''
}

describe('a month', () => {
  test('has terms, the conference and the group’s own days, each on its day, with its kind in words', async () => {
    const march = '/calendar?month=2027-03'
    const conference = await on('sam', march, 'Friday 19 March')
    expect(conference).toContain('Conference: What we saw')
    expect(conference).toMatch(/<\/svg>\s+Conference\b/)
    expect(await on('sam', march, 'Friday 5 March')).toContain('Action A7 of Reading by choice begins')
    expect(await on('nia', '/calendar?month=2026-12', 'Friday 18 December')).toContain('Autumn term 2026 ends')
  })

  test('is whole weeks from Monday, with headings', async () => {
    const { text } = await world.as('sam').get('/calendar?month=2027-02')
    expect(text).toContain('<th scope="col"><abbr title="Monday">Mon</abbr></th>')
    expect(text.match(/<td /g)).toHaveLength(28)
    const longer = await world.as('sam').get('/calendar?month=2027-08')
    expect(longer.text.match(/<td /g)).toHaveLength(42)
  })

  test('leads to the month before and after, over the new year too', async () => {
    const { text } = await world.as('sam').get('/calendar?month=2026-12&kind=term')
    expect(text).toContain('href="/calendar?month=2026-11&amp;kind=term"')
    expect(text).toContain('href="/calendar?month=2027-01&amp;kind=term"')
    expect(text).toContain('>January 2027')
  })

  test('of today marks today, and the way back to it stands elsewhere', async () => {
    standStillAt('2027-03-28T23:30:00.000Z')
    try {
      expect(await on('sam', '/calendar', 'Monday 29 March')).toContain('Today')
      expect((await world.as('sam').get('/calendar?month=2027-04')).text).toContain('<a href="/calendar">Today</a>')
    } finally {
      standStillAt(null)
    }
  })

  test.each(['2027-13', 'x', '2027-1', '0000-01', '%00', '2027-02-31'])(
    'that there is none of, %s, is this one',
    async month => {
      const { status, text } = await world.as('sam').get(`/calendar?month=${month}`)
      expect(status).toBe(200)
      expect(text).toContain('month-today')
    },
  )
})

describe('a list', () => {
  test('has three months, day by day, and only one kind where one is chosen', async () => {
    const { text } = await world.as('sam').get(`${calendar}?view=list&month=2027-03`)
    expect(text).toContain('March to May 2027')
    expect(text.indexOf('Friday 5 March')).toBeLessThan(text.indexOf('Friday 19 March'))
    expect(text).toContain('Weir Lane')
    const terms = (await world.as('sam').get(`${calendar}?view=list&month=2027-03&kind=action`)).text
    expect(terms).toContain('Action A7')
    expect(terms).not.toContain('What we saw')
  })

  test('says what will be there when there is nothing, and how to see everything when it is narrowed', async () => {
    const empty = await world.as('sam').get(`${calendar}?view=list&month=2031-01`)
    expect(empty.text).toContain('No dates in these days.')
    const narrowed = await world.as('sam').get(`${calendar}?view=list&month=2027-03&kind=nonsense`)
    expect(narrowed.text).toContain('Nothing of that kind')
    expect(narrowed.text).toContain('Show everything')
  })
})

describe('who reads which dates', () => {
  test('a network’s are for those who work in it', async () => {
    for (const person of ['nia', 'sam', 'tomasz', 'imran'])
      expect((await world.as(person).get(calendar)).status).toBe(200)
    for (const person of ['dilys', 'fiona', 'alex', 'ruth'])
      expect((await world.as(person).get(calendar)).status).toBe(404)
  })

  test('a group’s are for those around it; its actions for those in it, without their words', async () => {
    const march = '/groups/reading/calendar?month=2027-03'
    expect(await on('sam', march, 'Friday 5 March')).toContain('Action A7')
    for (const person of ['nia', 'imran', 'tomasz', 'fiona']) {
      const page = await world.as(person).get(march)
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('Action A7')
    }
    expect((await world.as('sam').get(march)).text).not.toContain('Dafydd')
    for (const person of ['kasia', 'ruth', 'alys']) expect((await world.as(person).get(march)).status).toBe(404)
  })

  test('somebody’s own has nothing of another network, and is there for everybody who signs in', async () => {
    for (const person of ['ruth', 'dilys', 'fiona', 'alex']) {
      const page = await world.as(person).get('/calendar?month=2027-03')
      expect(page.status).toBe(200)
      expect(page.text).not.toContain('What we saw')
    }
    expect((await world.stranger.get('/calendar')).status).toBe(303)
  })

  test('a head finds the day to look again, and nobody else does', async () => {
    await world.db
      .insertInto('recommendations')
      .values({
        ...{ id: 'rec', groupId: 'reading', enquiryId: 'reading-1', number: 3, recommendation: 'Buy the marmalade' },
        ...{ draftedAt: '2026-11-20T10:00:00.000Z', draftedBy: 'sadia' },
        ...{ releasedOutsideAt: null, releaseDays: null, withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null },
      })
      .execute()
    await world.db
      .insertInto('responses')
      .values({
        ...{
          id: 'answer',
          recommendationId: 'rec',
          schoolId: 'weir',
          sentAt: '2026-11-21T10:00:00.000Z',
          sentBy: 'sadia',
        },
        ...{ answer: 'accept', reviewOn: '2027-03-09', answeredAt: '2026-11-22T10:00:00.000Z', answeredBy: 'imran' },
        ...{ adoption: 'trying', inPlaceAt: null, inPlaceOn: null, inPlaceBy: null, publicAt: null, publicBy: null },
      })
      .execute()
    await beginAnew(world.db, brought.searchables)
    const day = await on('imran', '/calendar?month=2027-03', 'Tuesday 9 March')
    expect(day).toContain('Look again: what Reading by choice recommended to Weir Lane Primary')
    for (const person of ['sam', 'nia', 'joanna'])
      expect(await on(person, '/calendar?month=2027-03', 'Tuesday 9 March')).not.toContain('Look again')
  })

  test('whoever leads a group finds the day on which its report is due, until it is sent', async () => {
    const december = '/calendar?month=2026-12'
    expect(await on('sadia', december, 'Friday 18 December')).toContain('The report of Reading by choice is due')
    expect(await on('sam', december, 'Friday 18 December')).not.toContain('is due')
  })
})

test('a day with more than a sheet holds leads to the list', async () => {
  const days = Array.from({ length: 9 }, (_, place) => ({
    ...{ id: `crowd-${place}`, networkId: 'hafren', kind: 'twilight session' as const, title: `Session ${place}` },
    ...{ startsOn: '2027-05-12', endsOn: '2027-05-12', begins: '16:00', finishes: '17:00', follows: null },
    ...{ setAt: '2026-11-20T10:00:00.000Z', setBy: 'nia', changedAt: '2026-11-20T10:00:00.000Z' },
    ...{ cancelledAt: null, cancelledBy: null },
  }))
  await world.db.insertInto('commonDays').values(days).execute()
  await beginAnew(world.db, brought.searchables)
  const day = await on('sam', `${calendar}?month=2027-05`, 'Wednesday 12 May')
  expect(day.match(/class="thing /g)).toHaveLength(5)
  expect(day).toContain('4 more')
})

describe('on other pages', () => {
  test('the network’s page tells the next dates', async () => {
    standStillAt('2027-03-01T10:00:00.000Z')
    try {
      const { text } = await world.as('sam').get('/networks/hafren')
      expect(text).toContain('Ahead</h2>')
      expect(text).toContain('Conference: What we saw')
    } finally {
      standStillAt(null)
    }
  })

  test('Your day tells what is ahead this week, and nothing where there is nothing', async () => {
    standStillAt('2027-03-15T10:00:00.000Z')
    try {
      expect((await world.as('sam').get('/')).text).toContain('Ahead this week')
      expect((await world.as('alex').get('/')).text).not.toContain('Ahead this week')
    } finally {
      standStillAt(null)
    }
  })
})

describe('however many there are', () => {
  const many = Array.from({ length: 10_000 }, (_, place) => ({
    ...{ id: `many-${place}`, networkId: 'harbour', kind: 'twilight session' as const, title: `Session ${place}` },
    ...{ startsOn: daysAfter('2010-01-01', place), endsOn: daysAfter('2010-01-01', place), begins: '', finishes: '' },
    ...{ follows: null, setAt: '2026-11-20T10:00:00.000Z', setBy: 'ruth', changedAt: '2026-11-20T10:00:00.000Z' },
    ...{ cancelledAt: null, cancelledBy: null },
  }))

  test('a page and an address ask the same few questions, each by an index, and read their own days alone', async () => {
    const made = await world.as('ruth').led('/calendar/feeds', { of: 'own' })
    const feed = /data-copy="http:\/\/localhost:3000(\/calendars\/[^"]+)"/.exec(made.text)![1]!
    const pages = ['/networks/harbour/calendar', '/networks/harbour/calendar?view=list', '/calendar', feed]
    const ask = listenTo(world.house)
    const askFor = (page: string) => ask(() => world.as('ruth').get(page).expect(200))
    const isNear = ({ startsOn }: (typeof many)[number]) =>
      startsOn > daysAfter(today(), -100) && startsOn < daysAfter(today(), 100)
    const [near, others] = [many.filter(isNear), many.filter(one => !isNear(one))]
    await world.db.insertInto('commonDays').values(near).execute()
    const before = []
    for (const page of pages) before.push((await askFor(page)).length)
    for (let from = 0; from < others.length; from += 1000)
      await world.db
        .insertInto('commonDays')
        .values(others.slice(from, from + 1000))
        .execute()
    for (const [place, page] of pages.entries()) {
      const asked = await askFor(page)
      expect([page, asked.length]).toEqual([page, before[place]])
      const ofDays = asked.filter(one => one.sql.includes('"common_days"'))
      expect(ofDays.length).toBeGreaterThan(0)
      for (const { sql, parameters } of ofDays) {
        const plan = sqliteOf(world.house)
          .prepare(`explain query plan ${sql}`)
          .all(...parameters) as { detail: string }[]
        expect(plan.map(step => step.detail).join('; ')).toMatch(/USING INDEX common_days_network/)
      }
    }
    const { text } = await world.as('ruth').get('/networks/harbour/calendar?month=2027-03')
    expect(text.match(/class="thing /g)).toHaveLength(35)
    await world.db.deleteFrom('commonDays').where('networkId', '=', 'harbour').execute()
  })
})
