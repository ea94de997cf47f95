import { daysAfter } from '../web/now.js'
import { day } from '../words/words.js'
import type { VisitSlot } from './tables.js'

type Times = Pick<VisitSlot, 'day' | 'lastDay' | 'starts' | 'ends'>

/** `5 March 2027, 09:30 to 12:00`; over several days with both of their dates. */
export function whenInWords({ day: first, lastDay, starts, ends }: Times): string {
  return first === lastDay
    ? `${day(first)}, ${starts} to ${ends}`
    : `${day(first)}, ${starts}, to ${day(lastDay)}, ${ends}`
}

/** How long it takes, in hours; of several days each from its beginning to its end. */
export function hoursOf({ day: first, lastDay, starts, ends }: Times): number {
  const days = Math.round((Date.parse(lastDay) - Date.parse(first)) / 86_400_000) + 1
  return (days * (minutesOf(ends) - minutesOf(starts))) / 60
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}

/** Lessons begin and end about then; who is needed in a class between them has to be released. */
const lessons = { from: '08:45', until: '15:30' }

/** Whether somebody would be missed in school, as far as the days of the week and the clock say it. */
export function isInSchoolTime({ day: first, lastDay, starts, ends }: Times): boolean {
  for (let date = first; date <= lastDay; date = daysAfter(date, 1)) {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
    if (weekday >= 1 && weekday <= 5 && (first !== lastDay || (starts < lessons.until && ends > lessons.from)))
      return true
  }
  return false
}
