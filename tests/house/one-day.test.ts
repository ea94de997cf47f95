import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../src/root.js'
import { windowOf, within } from '../../src/termly-reports/what-happened/window.js'
import { beginningOf, dayOf, daysAfter, monthsAfter, standStillAt, today } from '../../src/web/now.js'
import { day } from '../../src/words/words.js'
import { renewAll } from '../reach/kept.js'
import { newWorld } from '../world.js'

afterEach(() => standStillAt(null))

// The clocks go forward on 28 March 2027 at 01:00 UTC, and back on 31 October 2027 at 01:00 UTC.
const around = [
  ['2026-12-31T23:59:59.999Z', '2026-12-31'],
  ['2027-01-01T00:00:00.000Z', '2027-01-01'],
  ['2027-03-27T23:59:59.999Z', '2027-03-27'],
  ['2027-03-28T00:30:00.000Z', '2027-03-28'],
  ['2027-03-28T22:59:59.999Z', '2027-03-28'],
  ['2027-03-28T23:00:00.000Z', '2027-03-29'],
  ['2027-07-05T23:30:00.000Z', '2027-07-06'],
  ['2027-10-30T22:59:59.999Z', '2027-10-30'],
  ['2027-10-30T23:00:00.000Z', '2027-10-31'],
  ['2027-10-31T23:30:00.000Z', '2027-10-31'],
  ['2027-11-01T00:00:00.000Z', '2027-11-01'],
] as const

test.each(around)('%s is on %s in the schools', (moment, on) => {
  standStillAt(moment)
  expect([dayOf(moment), today(), day(moment)]).toEqual([on, on, day(on)])
})

test('property: days follow each other without a gap, and every moment lies between the beginnings of its day and the next', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  const nearMidnight = fc
    .tuple(fc.constantFrom(...around.map(([, on]) => on)), fc.integer({ min: -7_200_000, max: 7_200_000 }))
    .map(([on, off]) => new Date(Date.parse(beginningOf(on)) + off))
  fc.assert(
    fc.property(fc.oneof(moments, nearMidnight), at => {
      const moment = at.toISOString()
      const on = dayOf(moment)
      expect(beginningOf(on) <= moment && moment < beginningOf(daysAfter(on, 1))).toBe(true)
      expect(dayOf(beginningOf(on))).toBe(on)
      expect(daysAfter(daysAfter(on, 1), -1)).toBe(on)
    }),
    { numRuns: 2000 },
  )
})

test('half a year from the last of August is the last of February', () => {
  expect([monthsAfter('2026-08-31', 6), monthsAfter('2026-12-15', 6)]).toEqual(['2027-02-28', '2027-06-15'])
})

test('a term’s report begins when its first day begins in the schools', async () => {
  const { db } = newWorld()
  const term = await db.selectFrom('terms').selectAll().orderBy('startsOn').executeTakeFirstOrThrow()
  const window = await windowOf(db, { ...term, startsOn: '2027-04-13' })
  expect(within('2027-04-12T23:30:00.000Z', window)).toBe(true)
  expect(within('2027-04-12T22:30:00.000Z', window)).toBe(false)
})

describe('consent’s last day', () => {
  const { db, as } = newWorld()

  beforeAll(async () => {
    const at = '2027-06-01T09:00:00.000Z'
    const nobody = { withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null }
    const own = {
      id: 'lesson',
      groupId: 'reading',
      enquiryId: 'reading-1',
      number: 1,
      capture: null,
      title: 'A lesson',
    }
    const said = {
      whatWeSaw: 'Told with puppets',
      kind: 'observation',
      stage: 'evidence',
      gatheredOn: '2027-06-01',
    } as const
    const shared = { sharedWithGroupAt: at, sharedWithNetworkAt: at, sharedOutsideAt: null, namesPupilAt: null }
    await db
      .insertInto('evidence')
      .values({ ...own, ...said, ...shared, ...nobody, loggedAt: at, loggedBy: 'sam', revisedAt: null })
      .execute()
    const asked = {
      evidenceId: 'lesson',
      who: 'pupils',
      audience: 'network',
      givenOn: '2027-06-01',
      endsOn: '2027-07-05',
    } as const
    await db
      .insertInto('consents')
      .values({ id: 'asked', ...asked, ...nobody, recordedBy: 'sam', recordedAt: at })
      .execute()
    await renewAll(db)
  })

  test.each([
    ['2027-07-05T22:30:00.000Z', 200, 'half past eleven in the evening of the last day'],
    ['2027-07-05T23:30:00.000Z', 404, 'half past midnight, when UTC is still on the last day'],
  ])('at %s a colleague outside the group is answered %i: %s', async (moment, status) => {
    standStillAt(moment)
    expect((await as('nia').get('/evidence/lesson')).status).toBe(status)
  })
})

test('nothing else in the house turns a moment into a day, and no database is asked for today', () => {
  const files = ['src', 'views'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(ts|ejs)$/.test(name) && !name.startsWith('look/browser'))
      .map(name => join(folder, name)),
  )
  const wrong = files.filter(name => {
    const words = readFileSync(join(root, name), 'utf8')
    return /\w\??\.(slice|substring)\(0, ?10\)|split\('T'\)|\bcurrent_(date|time)|\b(date|datetime)\('now/i.test(words)
  })
  expect(wrong).toEqual(['src/web/now.ts'])
})
