/**
 * The one clock of the house, and the only place where a moment becomes a day. Moments are stored in UTC; a day is what a
 * calendar in the schools says: half past midnight in summer is already the next one, though UTC is still on the last.
 * Databases are told the day, and never asked for it.
 */
const timeZone = 'Europe/London'
const hours = 3_600_000
const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
let stoodStillAt: Date | null = null
let thisHour = { hour: Number.NaN, day: '' }

/** The moment, as it is stored everywhere: ISO 8601 in UTC. Tests and the demo may stand still at a moment of theirs. */
export function now(): string {
  return (stoodStillAt ?? new Date()).toISOString()
}

export function standStillAt(moment: string | null): void {
  stoodStillAt = moment === null ? null : new Date(moment)
}

/** Today's date in the schools' own time zone, as `2027-03-05`. */
export function today(): string {
  const hour = Math.floor((stoodStillAt?.getTime() ?? Date.now()) / hours)
  if (hour !== thisHour.hour) thisHour = { hour, day: dayOf(now()) }
  return thisHour.day
}

/** `2027-07-05T23:30:00.000Z` → `2027-07-06`. What is a day already stays that day. */
export function dayOf(moment: string): string {
  if (moment.length === 10) return moment
  return moment.endsWith('Z') ? dayInHour(moment) : londonDate.format(new Date(moment))
}

const daysInHours = new Map<string, string>()
const mostHours = 5000

/** Days and clocks change on the hour: whatever lies in one hour lies on one day. */
function dayInHour(moment: string): string {
  const hour = moment.slice(0, 13)
  const known = daysInHours.get(hour)
  if (known !== undefined) return known
  if (daysInHours.size >= mostHours) daysInHours.clear()
  const day = londonDate.format(new Date(moment))
  daysInHours.set(hour, day)
  return day
}

const beginnings = new Map<string, string>()
const mostDays = 1000

/** The moment at which a day begins: `2027-07-06` → `2027-07-05T23:00:00.000Z`. */
export function beginningOf(day: string): string {
  const known = beginnings.get(day)
  if (known !== undefined) return known
  if (beginnings.size >= mostDays) beginnings.clear()
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  // In summer London's midnight comes an hour before that of UTC.
  const summer = new Date(midnight - hours)
  const beginning = (londonDate.format(summer) === day ? summer : new Date(midnight)).toISOString()
  beginnings.set(day, beginning)
  return beginning
}

const londonClock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/**
 * A day and a time as the clocks of the schools show them: ('2027-07-06', '16:10') → `2027-07-06T15:10:00.000Z`. Of an hour that
 * comes twice it is the first; in the hour that is left out when summer time begins, there is none.
 */
export function momentAt(day: string, time: string): string | undefined {
  const shown = Date.parse(`${day}T${time}:00.000Z`)
  return [shown - hours, shown]
    .map(moment => new Date(moment))
    .find(moment => londonDate.format(moment) === day && londonClock.format(moment) === time)
    ?.toISOString()
}

/**
 * The same for what was taken in already: momentOf('2027-07-05', '16:00') → `2027-07-05T15:00:00.000Z`. Of the hour that is left
 * out in March it is the one after it.
 */
export function momentOf(day: string, time: string): string {
  return momentAt(day, time) ?? new Date(`${day}T${time}:00.000Z`).toISOString()
}

/** `2027-07-05T23:30:00.000Z` → `00:30`, as the clocks of the schools show it. */
export function clockOf(moment: string): string {
  return londonClock.format(new Date(moment))
}

/** daysAfter('2027-03-05', -28) → `2027-02-05`; sums on a calendar, which know no clock. */
export function daysAfter(day: string, days: number): string {
  return dayOnCalendar(Date.parse(`${day}T00:00:00.000Z`) + days * 24 * hours)
}

/** monthsAfter('2026-08-31', 6) → `2027-02-28` */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOnCalendar(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
}

/** The day of a time that was made of a day and of no clock, such as a cell of a spreadsheet; nothing for no time. */
export function dayOnCalendar(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().split('T')[0]!
}
