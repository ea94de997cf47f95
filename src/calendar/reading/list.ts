import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { firstDay } from './dates-in.js'
import { dayInWords, nameOfMonth } from './month.js'
import { type Thing, thingOf } from './things.js'

export interface MonthInList {
  name: string
  days: { date: string; inWords: string; isToday: boolean; things: Thing[] }[]
}

/** Dates month by month and day by day, each on its first day; what began before the list stands on its first. */
export function monthsOf(
  dates: CalendarDate[],
  { from, today, networks }: { from: string; today: string; networks: Map<string, string> },
): MonthInList[] {
  const months: MonthInList[] = []
  for (const date of dates) {
    const on = firstDay(date) < from ? from : firstDay(date)
    const name = nameOfMonth(on.slice(0, 7))
    if (months.at(-1)?.name !== name) months.push({ name, days: [] })
    const { days } = months.at(-1)!
    if (days.at(-1)?.date !== on) days.push({ date: on, inWords: dayInWords(on), isToday: on === today, things: [] })
    days.at(-1)!.things.push(thingOf(date, networks))
  }
  return months
}
