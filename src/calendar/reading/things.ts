import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { day, time } from '../../words/words.js'
import { dayOf } from '../../web/now.js'
import { firstDay, lastDay } from './dates-in.js'
import { type KindOfDate, kindOfDate } from './kinds.js'

/** A date as a page shows it. */
export interface Thing {
  kind: KindOfDate
  title: string
  href: string
  /** `16:00 to 17:30`, `until 8 March 2027`; empty for a single whole day. */
  when: string
  where: string
  isCancelled: boolean
  isMine: boolean
  /** The network that it belongs to, where several are shown together. */
  network: string | null
}

/** @param networks their names, where several are shown together */
export function thingOf(date: CalendarDate, networks: Map<string, string>): Thing {
  return {
    ...{ kind: kindOfDate(date.kind), title: date.title, href: date.href, where: date.where },
    ...{ when: whenInWords(date), isCancelled: date.cancelledAt !== null, isMine: date.mine },
    network: networks.size > 1 ? (networks.get(date.networkId) ?? null) : null,
  }
}

function whenInWords(date: CalendarDate): string {
  const { starts, ends } = date
  const last = lastDay(date)
  if (starts.length === 10) return last > starts ? `until ${day(last)}` : ''
  if (!ends || ends <= starts) return time(starts)
  return dayOf(ends) === firstDay(date) ? `${time(starts)} to ${time(ends)}` : `${time(starts)}, until ${day(ends)}`
}
