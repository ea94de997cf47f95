import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/icalendar/calendar-date.js'
import { calendarText, letterEvent } from '../../src/icalendar/calendar-text.js'
import { daysAfter, momentOf } from '../../src/web/now.js'
import { day, dayAndTime } from '../../src/words/words.js'
import { dayRead, readElsewhere } from './read-elsewhere.js'

const baseUrl = 'https://hafren.example'

const meeting: CalendarDate = {
  ...{ uid: 'meeting-m17', kind: 'meeting', title: 'Co-ordinators', where: 'Weir Lane Primary', href: '/meetings/m17' },
  ...{ starts: momentOf('2027-03-05', '16:00'), ends: momentOf('2027-03-05', '17:30') },
  ...{ networkId: 'hafren', groupId: null, mine: true },
  ...{ sequence: 0, changedAt: '2027-01-11T10:00:00.123Z', cancelledAt: null },
}

const textOf = (...dates: Partial<CalendarDate>[]) =>
  calendarText(
    dates.map(date => ({ ...meeting, ...date })),
    { name: 'Hafren', baseUrl },
  )

const elsewhere = (...dates: Partial<CalendarDate>[]) => readElsewhere(textOf(...dates)).events

const linesOf = (text: string) => text.split('\r\n')

describe('read back by another program', () => {
  test('a meeting is at its hour, with its place, its page and its number', () => {
    const [event] = elsewhere({ sequence: 3 })
    expect(event).toMatchObject({
      uid: 'meeting-m17@hafren.example',
      summary: 'Co-ordinators',
      location: 'Weir Lane Primary',
      url: 'https://hafren.example/meetings/m17',
      sequence: '3',
      status: 'CONFIRMED',
      transparency: 'OPAQUE',
    })
    expect(event!.start.toISOString()).toBe('2027-03-05T16:00:00.000Z')
    expect(event!.end.toISOString()).toBe('2027-03-05T17:30:00.000Z')
    expect(event!.dtstamp.toISOString()).toBe('2027-01-11T10:00:00.000Z')
    expect(event!.lastmodified.toISOString()).toBe('2027-01-11T10:00:00.000Z')
  })

  test('a year of meetings at four is at four, in summer and in winter', () => {
    const days = Array.from({ length: 53 }, (_, week) => daysAfter('2026-09-07', week * 7))
    const events = elsewhere(
      ...days.map(day => ({ uid: day, starts: momentOf(day, '16:00'), ends: momentOf(day, '17:00') })),
    )
    expect(events.map(event => dayAndTime(event.start.toISOString()))).toEqual(days.map(one => `${day(one)}, 16:00`))
    expect(new Set(events.map(event => event.end.getTime() - event.start.getTime()))).toEqual(new Set([3_600_000]))
    const hours = new Set(events.map(event => event.start.toISOString().slice(11, 16)))
    expect([...hours].sort()).toEqual(['15:00', '16:00'])
  })

  test('a whole day ends with the day after it, which no longer belongs to it', () => {
    const [one, several] = elsewhere(
      { uid: 'one', starts: '2027-03-28', ends: null },
      { uid: 'several', starts: '2027-10-30', ends: '2027-11-01' },
    )
    expect([one!.datetype, dayRead(one!.start), dayRead(one!.end)]).toEqual(['date', '2027-03-28', '2027-03-29'])
    expect([dayRead(several!.start), dayRead(several!.end)]).toEqual(['2027-10-30', '2027-11-02'])
    expect(one!.transparency).toBe('TRANSPARENT')
  })

  test('what was moved keeps its name and has a higher number; what is cancelled says so', () => {
    const [before] = elsewhere({})
    const [moved] = elsewhere({ starts: '2027-06-04T15:00:00.000Z', ends: null, sequence: 1 })
    const [cancelled] = elsewhere({ cancelledAt: '2027-02-01T10:00:00.000Z', sequence: 2 })
    expect(new Set([before, moved, cancelled].map(event => event!.uid)).size).toBe(1)
    expect([before, moved, cancelled].map(event => event!.sequence)).toEqual(['0', '1', '2'])
    expect(moved!.start.toISOString()).toBe('2027-06-04T15:00:00.000Z')
    expect([cancelled!.status, cancelled!.summary]).toEqual(['CANCELLED', 'Cancelled: Co-ordinators'])
  })

  test('an end that does not come after its beginning is left out', () => {
    for (const ends of [meeting.starts, '2027-03-05T09:00:00.000Z'])
      expect(linesOf(textOf({ ends })).filter(line => line.startsWith('DTEND'))).toEqual([])
  })

  test.each([
    'Ŵyl y môr; paned, a sgwrs \\ dewch',
    'BEGIN:VEVENT\r\nUID:stolen\r\nEND:VEVENT',
    'END:VCALENDAR',
    'first line\nsecond line\n\nfourth',
    '👩🏽‍🏫🏴󠁧󠁢󠁷󠁬󠁳󠁿'.repeat(30),
    `${'ŵ'.repeat(200)} ${'مدرسة '.repeat(60)}`,
    'a "quoted" word, a:colon; and a \\ that is typed',
    `${'x'.repeat(66)}\\;,${'y'.repeat(70)}`,
  ])('the title %j comes back as it was typed', title => {
    const events = elsewhere({ title, where: title })
    const plain = title.replaceAll('\r\n', '\n')
    expect(events.map(event => [event.summary, event.location])).toEqual([[plain, plain]])
  })

  test('whatever is typed makes one event, in lines of 75 octets at most that break no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), title => {
        const text = textOf({ title })
        expect(Math.max(...linesOf(text).map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
        expect(text).not.toMatch(/[^\r]\n|\r[^\n]/)
        expect(text.split('\r\nBEGIN:VEVENT\r\n')).toHaveLength(2)
        // Each line by itself is whole letters: none was cut in the middle of its bytes.
        for (const line of linesOf(text)) expect(Buffer.from(line).toString()).toBe(line)
        const words = title.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\p{Cs}\u007f]|(?![\t\n])[\0-\x1f]/gu, '')
        const unfolded = text.replaceAll('\r\n ', '')
        const escaped = words.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
        expect(unfolded).toContain(`\r\nSUMMARY:${escaped}\r\n`)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the calendar around them', () => {
  test('tells its name, when to look again, and what summer time is', () => {
    const text = calendarText([meeting], { name: 'Hafren; ŵyl', baseUrl })
    for (const line of [
      'NAME:Hafren\\; ŵyl',
      'X-WR-CALNAME:Hafren\\; ŵyl',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
      'DTSTART;TZID=Europe/London:20270305T160000',
      'TZNAME:BST',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    ])
      expect(linesOf(text)).toContain(line)
    expect(text).not.toContain('METHOD')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('the same dates are the same text', () => {
    expect(textOf({})).toBe(textOf({}))
  })
})

test('a letter brings its date, published by the address that it comes from', () => {
  const along = letterEvent([{ ...meeting, cancelledAt: '2027-02-01T10:00:00.000Z' }], {
    baseUrl,
    from: 'no-reply@hafren.example',
  })
  const { calendar, events } = readElsewhere(along.content)
  expect([calendar.method, along.method]).toEqual(['PUBLISH', 'PUBLISH'])
  expect(events.map(event => [event.uid, event.status])).toEqual([['meeting-m17@hafren.example', 'CANCELLED']])
  expect(events[0]!.organizer).toMatchObject({ val: 'mailto:no-reply@hafren.example' })
  expect(along.content).not.toContain('ATTENDEE')
})

test('a clock time is a moment, on the days too on which the clocks change', () => {
  expect(momentOf('2027-01-15', '16:00')).toBe('2027-01-15T16:00:00.000Z')
  expect(momentOf('2027-07-05', '00:30')).toBe('2027-07-04T23:30:00.000Z')
  expect(momentOf('2027-03-28', '00:59')).toBe('2027-03-28T00:59:00.000Z')
  expect(momentOf('2027-03-28', '01:30')).toBe('2027-03-28T01:30:00.000Z')
  expect(momentOf('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z')
  expect(momentOf('2027-10-31', '01:30')).toBe('2027-10-31T00:30:00.000Z')
  expect(momentOf('2027-10-31', '02:30')).toBe('2027-10-31T02:30:00.000Z')
})
