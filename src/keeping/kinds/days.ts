import { beginningOf, dayOf, daysAfter, monthsAfter } from '../../web/now.js'

/** A moment before which something must have happened, so that so many months later is this day or earlier. */
export function endedBefore({ by, months }: { by: string; months: number }): string {
  return beginningOf(daysAfter(monthsAfter(by, -months), 1))
}

/** The day from which a period that began at a moment is over. */
export function overOn(moment: string, months: number): string {
  return monthsAfter(dayOf(moment), months)
}
