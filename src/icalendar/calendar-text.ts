import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { CalendarDate } from './calendar-date.js'
import { type Component, eventOf, allowedWords, type Property } from './event.js'

// A line that goes on begins with a space, which counts: 75 octets at most (RFC 5545, 3.1).
ICAL.foldLength = 74

/** How often calendars elsewhere are asked to look again. */
const lookAgain = 'PT4H'

const london = ICAL.parse(tzlib_get_ical_block('Europe/London')[0]!) as unknown as Component

/**
 * The text of a calendar to which a program elsewhere subscribes. It has no METHOD: it is no message to anybody, and each
 * event’s DTSTAMP says when it was changed last (RFC 5545, 3.8.7.2), so that the same dates are always the same text.
 */
export function calendarText(dates: CalendarDate[], { name, baseUrl }: { name: string; baseUrl: string }): string {
  const called = escaped(allowedWords(name))
  return textOf(
    [
      ['name', {}, asItIs, called],
      ['x-wr-calname', {}, asItIs, called],
      ['x-wr-timezone', {}, asItIs, 'Europe/London'],
      ['refresh-interval', {}, 'duration', lookAgain],
      ['x-published-ttl', {}, asItIs, lookAgain],
    ],
    dates.map(date => eventOf(date, baseUrl)),
  )
}

/**
 * What goes along with a letter about a date, or about several. It is published, also where it is cancelled: a REQUEST or a CANCEL (RFC 5546)
 * would put buttons under the letter whose answers are mailed to an address that nobody reads, while people answer on the
 * page here. The UID is that of the calendar, so that whoever has both sees one date.
 * @param from the address that letters come from, `no-reply@hafren.example`
 */
export function letterEvent(dates: CalendarDate[], { baseUrl, from }: { baseUrl: string; from: string }) {
  const organizer: Property = ['organizer', { cn: 'Enquiry Workbench' }, 'cal-address', `mailto:${from}`]
  const events = dates.map((date): Component => {
    const [name, properties, parts] = eventOf(date, baseUrl)
    return [name, [...properties, organizer], parts]
  })
  const content = textOf([['method', {}, 'text', 'PUBLISH']], events)
  return { method: 'PUBLISH', filename: 'date.ics', content } as const
}

/** What the library does not know it writes as it is; of text that it does not know it would write the type, which few calendars read. */
const asItIs = 'unknown'

function escaped(words: string): string {
  return words.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\n/g, '\\n')
}

function textOf(properties: Property[], events: Component[]): string {
  const always: Property[] = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Enquiry Workbench//Calendar//EN'],
    ['calscale', {}, 'text', 'GREGORIAN'],
  ]
  return ICAL.stringify(['vcalendar', [...always, ...properties], [london, ...events]])
}
