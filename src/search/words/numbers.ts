import { beginningOf, daysAfter } from '../../web/now.js'

// A number says when a record happened and which of that second it is, so that the newest can be read off the index from
// its end, and a stretch of time is a stretch of numbers.
const each = 1_000_000

/** The first number of a day or a moment. */
export function numberAt(moment: string): number {
  const time = Date.parse(moment.length === 10 ? beginningOf(moment) : moment)
  return Number.isFinite(time) ? Math.floor(time / 1000) * each : 0
}

/** The last number that the same second could have. */
export function lastNumberAt(moment: string): number {
  return numberAt(moment) + each - 1
}

export function endOfDay(day: string): number {
  return numberAt(daysAfter(day, 1)) - 1
}
