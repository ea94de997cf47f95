import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { daysAfter, monthsAfter } from '../../web/now.js'
import { firstDay, lastDay } from './dates-in.js'
import { type Thing, thingOf } from './things.js'

/** A day of a month’s sheet. */
export interface DayOnSheet {
  date: string
  /** `5` */
  number: number
  /** `Friday 5 March` */
  inWords: string
  /** Days of the months before and after fill the weeks. */
  isInMonth: boolean
  isToday: boolean
  things: Thing[]
  /** How many more there are than stand here. */
  more: number
}

/** As many as stand in a day’s square; the list has them all. */
const mostInADay = 5

const inWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
const monthInWords = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** `2027-03-05` → `Friday 5 March` */
export function dayInWords(date: string): string {
  return inWords.format(new Date(`${date}T00:00:00Z`)).replace(',', '')
}

/** `2027-03` → `March 2027` */
export function nameOfMonth(month: string): string {
  return monthInWords.format(new Date(`${month}-01T00:00:00Z`))
}

/** `2027-03`; nothing for what is no month between 1950 and 2100. */
export function monthAsked(asked: string): string | undefined {
  return /^(19[5-9]\d|20\d\d)-(0[1-9]|1[0-2])$/.test(asked) ? asked : undefined
}

/** The month that comes so many after. */
export function monthBy(month: string, months: number): string {
  return monthsAfter(`${month}-01`, months).slice(0, 7)
}

export function lastDayOf(month: string): string {
  return daysAfter(`${monthBy(month, 1)}-01`, -1)
}

/** The days on a month’s sheet: whole weeks, from Monday. */
export function sheetOf(month: string): { from: string; until: string } {
  const weekday = (date: string) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
  const [first, last] = [`${month}-01`, lastDayOf(month)]
  return { from: daysAfter(first, -weekday(first)), until: daysAfter(last, 6 - weekday(last)) }
}

/** The month as weeks of seven days, each with its dates; one that lasts stands on each of its days. */
export function weeksOf(
  month: string,
  dates: CalendarDate[],
  { today, networks }: { today: string; networks: Map<string, string> },
): DayOnSheet[][] {
  const { from, until } = sheetOf(month)
  const weeks: DayOnSheet[][] = []
  for (let date = from; date <= until; date = daysAfter(date, 1)) {
    const things = dates.filter(one => firstDay(one) <= date && lastDay(one) >= date)
    const on: DayOnSheet = {
      ...{ date, number: Number(date.slice(8)), inWords: dayInWords(date) },
      ...{ isInMonth: date.startsWith(month), isToday: date === today },
      things: things.slice(0, mostInADay).map(one => thingOf(one, networks)),
      more: Math.max(0, things.length - mostInADay),
    }
    if (weeks.at(-1)?.length !== 7 && weeks.length > 0) weeks.at(-1)!.push(on)
    else weeks.push([on])
  }
  return weeks
}
