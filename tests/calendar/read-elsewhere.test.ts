import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { brought } from '../../src/rooms.js'
import { beginAnew } from '../../src/search/renewing.js'
import { standStillAt } from '../../src/web/now.js'
import { dayRead, readElsewhere } from '../icalendar/read-elsewhere.js'
import { newWorld } from '../world.js'

const world = newWorld()

/** Makes an address on the page and reads it from where it is shown. */
async function addressOf(person: string, of = 'own'): Promise<string> {
  const page = await world.as(person).led('/calendar/feeds', { of })
  return shownOn(page.text)
}

function shownOn(text: string): string {
  return /data-copy="http:\/\/localhost:3000(\/calendars\/[\w-]+\.ics)"/.exec(text)?.[1] ?? ''
}

/** As a program elsewhere asks, without cookies. */
const fetched = (address: string) => request(world.app).get(address)
const eventsAt = async (address: string) => readElsewhere((await fetched(address).expect(200)).text).events
const titlesAt = async (address: string) => (await eventsAt(address)).map(event => event.summary)

await world.as('nia').post('/networks/hafren/common-days', {
  ...{ kind: 'closure day', title: 'Maths together; ŵyl, all of us', startsOn: '2027-01-04', endsOn: '2027-01-05' },
  ...{ begins: '', finishes: '', place: 'Weir Lane', about: '' },
})
await world.as('nia').post('/networks/hafren/common-days', {
  ...{ kind: 'twilight session', title: 'Reading aloud', startsOn: '2027-06-10', endsOn: '', begins: '16:00' },
  ...{ finishes: '17:30', place: '', about: '' },
})

describe('an address', () => {
  test('is shown once, stored as a hash alone, and read by another program', async () => {
    const address = await addressOf('sam')
    const events = await eventsAt(address)
    const closure = events.find(event => event.summary === 'Maths together; ŵyl, all of us')!
    expect([closure.datetype, dayRead(closure.start), dayRead(closure.end)]).toEqual([
      'date',
      '2027-01-04',
      '2027-01-06',
    ])
    const twilight = events.find(event => event.summary === 'Reading aloud')!
    expect(twilight.start.toISOString()).toBe('2027-06-10T15:00:00.000Z')
    expect(twilight.end.toISOString()).toBe('2027-06-10T16:30:00.000Z')
    expect(twilight.url).toMatch(/^http:\/\/localhost:3000\/networks\/hafren\/common-days\/\w+$/)

    const token = address.slice('/calendars/'.length, -4)
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const kept = JSON.stringify(await world.db.selectFrom('calendarFeeds').selectAll().execute())
    expect(kept).not.toContain(token)
    expect((await world.as('sam').get('/calendar/feeds')).text).not.toContain(token)
  })

  test('is for programs: private, without cookies, and answered shortly when nothing is new', async () => {
    const address = await addressOf('sam')
    const { headers } = await fetched(address)
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(headers['cache-control']).toBe('private, no-cache')
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-robots-tag']).toContain('noindex')
    const again = await fetched(address).set('If-None-Match', headers.etag!)
    expect([again.status, again.text]).toEqual([304, ''])
    expect((await fetched(address).set('If-None-Match', '"another"')).status).toBe(200)
    expect((await request(world.app).head(address)).status).toBe(200)
  })

  test('leads nowhere once it is renewed, and the new one does', async () => {
    const address = await addressOf('huw')
    const feed = await newestOf('huw')
    expect((await world.as('huw').get(`/calendar/feeds/${feed}/renewal`)).text).toContain('leads nowhere from then on')
    const renewed = shownOn((await world.as('huw').led(`/calendar/feeds/${feed}/renewal`)).text)
    expect((await fetched(address)).status).toBe(404)
    expect(await titlesAt(renewed)).toContain('Reading aloud')
    await world.as('huw').post(`/calendar/feeds/${feed}/end`).expect(303)
    expect((await fetched(renewed)).status).toBe(404)
    expect((await world.as('huw').get('/calendar/feeds')).text).toContain('None yet.')
  })

  test('is renewed and ended by whoever made it alone', async () => {
    await addressOf('sam')
    const feed = await newestOf('sam')
    for (const person of ['huw', 'nia', 'alex'])
      for (const doing of ['renewal', 'end'])
        expect((await world.as(person).post(`/calendar/feeds/${feed}/${doing}`)).status).toBe(404)
  })

  test('is of a network or a group that they may open, and of no other', async () => {
    expect(await titlesAt(await addressOf('sam', 'network:hafren'))).toContain('Autumn term 2026 ends')
    expect((await eventsAt(await addressOf('sam', 'group:reading'))).every(one => one.url.includes('localhost'))).toBe(
      true,
    )
    for (const of of ['network:harbour', 'group:revision', 'nonsense', 'group:', ''])
      expect((await world.as('sam').post('/calendar/feeds', { of })).status).toBe(422)
    expect((await world.as('dilys').post('/calendar/feeds', { of: 'network:hafren' })).status).toBe(422)
  })

  test('that nobody made leads nowhere, whatever it looks like', async () => {
    for (const address of [
      '/calendars/x.ics',
      '/calendars/%00.ics',
      `/calendars/${'a'.repeat(5000)}.ics`,
      '/calendars/',
    ])
      expect((await fetched(address)).status).toBe(404)
  })
})

async function newestOf(person: string): Promise<string> {
  const { id } = await world.db
    .selectFrom('calendarFeeds')
    .select('id')
    .where('personId', '=', person)
    .where('endedAt', 'is', null)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

describe('what its person loses, it loses', () => {
  test('with the membership of a group its dates are gone', async () => {
    await world.db
      .insertInto('questionnaires')
      .values({
        ...{
          id: 'ask',
          groupId: 'reading',
          enquiryId: 'reading-1',
          instrumentId: await anInstrument(),
          name: 'Secret name',
        },
        ...{ questions: '[]', openedAt: '2026-11-20T10:00:00.000Z', openedBy: 'sadia', endsOn: '2027-02-11' },
        ...{ closedAt: null, closedBy: null, askedAt: null, evidenceId: null },
      })
      .execute()
    await beginAnew(world.db, brought.searchables)
    const [own, group] = [await addressOf('bilal'), await addressOf('bilal', 'group:reading')]
    for (const address of [own, group])
      expect(await titlesAt(address)).toContain('A questionnaire of Reading by choice ends')
    expect((await fetched(own)).text).not.toContain('Secret name')
    await world.db
      .updateTable('groupPeople')
      .set({ leftAt: '2026-11-29T10:00:00.000Z' })
      .where('personId', '=', 'bilal')
      .where('groupId', '=', 'reading')
      .execute()
    expect(await titlesAt(own)).not.toContain('A questionnaire of Reading by choice ends')
    expect((await fetched(group)).status).toBe(404)
    expect((await world.as('bilal').get('/calendar/feeds')).text).toContain('it leads nowhere')
  })

  test('with the last role in the network its calendar is gone, and nothing of it stands in their own', async () => {
    const [own, network] = [await addressOf('ifan'), await addressOf('ifan', 'network:hafren')]
    await world.db
      .updateTable('networkRoles')
      .set({ endedAt: '2026-11-29T10:00:00.000Z' })
      .where('personId', '=', 'ifan')
      .execute()
    expect(await titlesAt(own)).not.toContain('Reading aloud')
    expect((await fetched(network)).status).toBe(404)
  })

  test('whoever cannot sign in has no address', async () => {
    const address = await addressOf('zofia')
    await world.db
      .updateTable('people')
      .set({ disabledAt: '2026-11-29T10:00:00.000Z' })
      .where('id', '=', 'zofia')
      .execute()
    expect((await fetched(address)).status).toBe(404)
  })
})

async function anInstrument(): Promise<string> {
  const own = { id: 'an-instrument', groupId: 'reading', enquiryId: 'reading-1', questions: '[]' }
  const at = '2026-11-20T10:00:00.000Z'
  await world.db
    .insertInto('instruments')
    .values({
      ...{ ...own, kind: 'questionnaire', name: 'Secret name', madeAt: at, madeBy: 'sadia', changedAt: at },
      ...{ changedBy: 'sadia', sharedAt: null, sharedBy: null, retiredAt: null, retiredBy: null },
    })
    .execute()
  return own.id
}

test('what moved has the same name and a higher number; what is cancelled stays so until it is over', async () => {
  const address = await addressOf('sam', 'network:hafren')
  const find = async () => (await eventsAt(address)).find(event => event.summary.includes('Reading aloud'))
  const before = (await find())!
  const { id } = await world.db
    .selectFrom('commonDays')
    .select('id')
    .where('title', '=', 'Reading aloud')
    .executeTakeFirstOrThrow()
  await world
    .as('nia')
    .post(`/networks/hafren/common-days/${id}`, {
      ...{ kind: 'twilight session', title: 'Reading aloud', startsOn: '2027-11-10', endsOn: '', begins: '16:00' },
      ...{ finishes: '17:30', place: '', about: '' },
    })
    .expect(303)
  const moved = (await find())!
  expect([moved.uid, moved.start.toISOString()]).toEqual([before.uid, '2027-11-10T16:00:00.000Z'])
  expect(Number(moved.sequence)).toBeGreaterThan(Number(before.sequence))
  await world.as('nia').post(`/networks/hafren/common-days/${id}/cancellation`, { because: '' }).expect(303)
  const cancelled = (await find())!
  expect([cancelled.uid, cancelled.status]).toEqual([before.uid, 'CANCELLED'])
  expect(Number(cancelled.sequence)).toBeGreaterThan(Number(moved.sequence))
  standStillAt('2027-11-11T10:00:00.000Z')
  try {
    expect(await find()).toBeUndefined()
  } finally {
    standStillAt(null)
  }
})

test('a term that moved has a higher number', async () => {
  const address = await addressOf('sam', 'network:hafren')
  const ends = async () => (await eventsAt(address)).find(event => event.summary === 'Autumn term 2026 ends')!
  const before = await ends()
  await world
    .as('nia')
    .post('/networks/hafren/terms/autumn-2026', {
      name: 'Autumn term 2026',
      startsOn: '2026-09-02',
      endsOn: '2026-12-17',
    })
    .expect(303)
  const after = await ends()
  expect([after.uid, dayRead(after.start)]).toEqual([before.uid, '2026-12-17'])
  expect(Number(after.sequence)).toBe(Number(before.sequence) + 1)
})

test('nobody makes addresses without end, or tries them one after another', async () => {
  for (let made = 0; made < 35; made++) await world.as('gwen').post('/calendar/feeds', { of: 'own' })
  const open = await world.db.selectFrom('calendarFeeds').select('id').where('personId', '=', 'gwen').execute()
  expect(open).toHaveLength(30)
  const answers = await Promise.all(Array.from({ length: 130 }, () => fetched('/calendars/x.ics')))
  expect(answers.at(-1)!.status).toBe(429)
})
