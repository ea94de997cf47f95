import { dayOf, daysAfter } from '../web/now.js'
import { time } from '../words/words.js'
import type { CalendarDate } from './calendar-date.js'

/** A property as jCal has it (RFC 7265): name, parameters, type, value. */
export type Property = [name: string, parameters: Record<string, string>, type: string, value: string | number]

/** A component as jCal has it: name, properties, components in it. */
export type Component = [name: string, properties: Property[], components: unknown[]]

/**
 * One date as a VEVENT. Calendars elsewhere know it again by its UID, and take what has the higher SEQUENCE. A whole day is
 * a DATE, of which the end is the first day that no longer belongs to it; a moment is told by the clock in London. Only what
 * the reader is asked to themselves makes them busy.
 */
export function eventOf(date: CalendarDate, baseUrl: string): Component {
  const page = `${baseUrl}${date.href}`
  const title = allowedWords(date.title)
  return [
    'vevent',
    [
      ['uid', {}, 'text', `${date.uid}@${new URL(baseUrl).hostname}`],
      ['sequence', {}, 'integer', date.sequence],
      ['dtstamp', {}, 'date-time', inUtc(date.changedAt)],
      ['last-modified', {}, 'date-time', inUtc(date.changedAt)],
      ...when(date),
      ['summary', {}, 'text', date.cancelledAt ? `Cancelled: ${title}` : title],
      ...(date.where ? [['location', {}, 'text', allowedWords(date.where)] satisfies Property] : []),
      ['description', {}, 'text', `What there is to know stands here: ${page}`],
      ['url', {}, 'uri', page],
      ['categories', {}, 'text', allowedWords(date.kind)],
      ['status', {}, 'text', date.cancelledAt ? 'CANCELLED' : 'CONFIRMED'],
      ['transp', {}, 'text', date.mine && !isDay(date.starts) ? 'OPAQUE' : 'TRANSPARENT'],
    ],
    [],
  ]
}

function when({ starts, ends }: CalendarDate): Property[] {
  if (isDay(starts)) {
    const last = ends && dayOf(ends) > starts ? dayOf(ends) : starts
    return [
      ['dtstart', {}, 'date', starts],
      ['dtend', {}, 'date', daysAfter(last, 1)],
    ]
  }
  const begins: Property = ['dtstart', { tzid: 'Europe/London' }, 'date-time', inLondon(starts)]
  // An end that does not come after the beginning is none: RFC 5545 does not allow it.
  if (!ends || isDay(ends) || ends <= starts) return [begins]
  return [begins, ['dtend', { tzid: 'Europe/London' }, 'date-time', inLondon(ends)]]
}

function isDay(moment: string): boolean {
  return moment.length === 10
}

/** `2027-07-05T15:00:00.000Z` → `2027-07-05T16:00:00` */
function inLondon(moment: string): string {
  return `${dayOf(moment)}T${time(moment)}:00`
}

function inUtc(moment: string): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`
}

/** Every line break as one, and nothing else that no text may hold (RFC 5545, 3.1). */
export function allowedWords(words: string): string {
  // oxlint-disable-next-line no-control-regex
  return words.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/gu, '')
}
