import type { Span } from '../networks/year.js'
import { beginningOf, today } from '../web/now.js'

/** The school year that a day falls in, by the year in which it begins: from 1 September to 31 August. */
export function schoolYear(day = today()): number {
  return Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)
}

/** 2026 → `2026/27` */
export function yearSaid(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

/** Its first and its last day. */
export function daysOfYear(year: number): { from: string; until: string } {
  return { from: `${year}-09-01`, until: `${year + 1}-08-31` }
}

export function spanOfYear(year: number): Span {
  return { from: beginningOf(`${year}-09-01`), until: beginningOf(`${year + 1}-09-01`) }
}

/** The years that one can choose among: the last, this one and the next. */
export function yearsToChoose(): { value: string; text: string }[] {
  const now = schoolYear()
  return [now - 1, now, now + 1].map(year => ({ value: String(year), text: yearSaid(year) }))
}
