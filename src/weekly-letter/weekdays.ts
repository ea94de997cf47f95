import { daysAfter } from '../web/now.js'

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The day on which letters come as long as somebody has said nothing. */
export const usualWeekday = 1

/** `2026-11-30` → 1, for Monday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00.000Z`).getUTCDay() || 7
}

/** The last day on which a letter of this weekday was due: today, or one of the six days before it. */
export function lastDue(weekday: number, today: string): string {
  return daysAfter(today, -((weekdayOf(today) - weekday + 7) % 7))
}
