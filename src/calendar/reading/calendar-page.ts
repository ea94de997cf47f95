import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { Reader } from '../../names/reader.js'
import type { DatesOf } from '../../networks/year.js'
import { daysAfter, today } from '../../web/now.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { datesIn } from './dates-in.js'
import type { FoundCalendar } from './finding.js'
import { kindsOf } from './kinds.js'
import { monthsOf } from './list.js'
import { lastDayOf, monthAsked, monthBy, nameOfMonth, sheetOf, weeksOf } from './month.js'
import type { CalendarPage } from './pages.js'

/** As many months as the list shows at once, and as many dates as stand on one page of it. */
const monthsInList = 3
const size = 100

/** What was asked for in the address: which view, which month, which kind, and whether only what they are asked to. */
interface Asked {
  view: 'month' | 'list'
  month: string | undefined
  kind: string
  asked: boolean
}

/** A calendar as a month’s sheet or as a list. @param rooms the dates that every room brings */
export async function calendarPage(
  db: Db,
  req: Request,
  person: Reader,
  rooms: DatesOf[],
  found: FoundCalendar,
): Promise<CalendarPage> {
  const asked = askedIn(req)
  const day = today()
  const month = asked.month ?? day.slice(0, 7)
  const isList = asked.view === 'list'
  const until = isList ? lastDayOf(monthBy(month, monthsInList - 1)) : sheetOf(month).until
  const from = isList ? beginningOfList(asked, day) : sheetOf(month).from
  const all = await datesIn(db, person, rooms, found.calendar, { from, until })
  const dates = all.filter(date => (!asked.kind || date.kind === asked.kind) && (!asked.asked || date.mine))

  const to = (change: Partial<Asked>) => addressOf(found.address, { ...asked, ...change })
  const step = isList ? monthsInList : 1
  const around = { today: day, networks: found.networks }
  return {
    ...{ title: found.title, breadcrumbs: found.breadcrumbs, head: found.head },
    name: spanInWords(month, step),
    view: asked.view,
    views: { month: to({ view: 'month' }), list: to({ view: 'list' }) },
    before: { href: to({ month: monthBy(month, -step) }), text: spanInWords(monthBy(month, -step), step) },
    after: { href: to({ month: monthBy(month, step) }), text: spanInWords(monthBy(month, step), step) },
    now: asked.month === undefined || month === day.slice(0, 7) ? null : to({ month: undefined }),
    kinds: kindChoices(all, asked, to),
    asked: { href: to({ asked: !asked.asked }), isOn: asked.asked },
    weeks: isList ? null : weeksOf(month, dates, around),
    list: isList ? listed(req, dates, { ...around, from }) : null,
    isEmpty: dates.length === 0,
    isNarrowed: asked.kind !== '' || asked.asked,
    everything: to({ kind: '', asked: false }),
    elsewhere: `/calendar/feeds?of=${encodeURIComponent(found.choice)}`,
    commonDays: found.commonDays,
  }
}

function askedIn(req: Request): Asked {
  return {
    view: queried(req, 'view') === 'list' ? 'list' : 'month',
    month: monthAsked(queried(req, 'month')),
    kind: queried(req, 'kind'),
    asked: queried(req, 'asked') === 'yes',
  }
}

/** A list of this month begins with today, with what lies ahead. */
function beginningOfList({ month }: Asked, day: string): string {
  return month === undefined ? day : `${month}-01`
}

function addressOf(address: string, { view, month, kind, asked }: Asked): string {
  const query = new URLSearchParams({
    ...(view === 'list' ? { view } : {}),
    ...(month ? { month } : {}),
    ...(kind ? { kind } : {}),
    ...(asked ? { asked: 'yes' } : {}),
  }).toString()
  return query ? `${address}?${query}` : address
}

/** `March 2027`, `March to May 2027`, `November 2026 to January 2027` */
function spanInWords(month: string, months: number): string {
  const [first, last] = [nameOfMonth(month), nameOfMonth(monthBy(month, months - 1))]
  if (first === last) return first
  return `${first.slice(-4) === last.slice(-4) ? first.slice(0, -5) : first} to ${last}`
}

/** The kinds that there are, and the one that was chosen although there is none of it here. */
function kindChoices(
  dates: CalendarDate[],
  asked: Asked,
  to: (change: Partial<Asked>) => string,
): CalendarPage['kinds'] {
  const chosen = asked.kind ? [{ kind: asked.kind }] : []
  return kindsOf([...dates, ...chosen]).map(kind => ({
    ...kind,
    href: to({ kind: kind.kind === asked.kind ? '' : kind.kind }),
    isOn: kind.kind === asked.kind,
  }))
}

function listed(
  req: Request,
  dates: CalendarDate[],
  around: { from: string; today: string; networks: Map<string, string> },
): CalendarPage['list'] {
  const first = (pageNumber(req) - 1) * size
  const months = monthsOf(dates.slice(first, first + size), around)
  return { months, page: pageOf(req, months, dates.length, size) }
}

/** The days from today on within which something is told to lie ahead. */
export function daysAhead(days: number): { from: string; until: string } {
  return { from: today(), until: daysAfter(today(), days) }
}
