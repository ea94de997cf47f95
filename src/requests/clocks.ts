import { dayOf, daysAfter, monthsAfter } from '../web/now.js'
import type { DataRequest, RequestKind } from './tables.js'

const hour = 3_600_000

/**
 * By when a case is due. A request is answered within one calendar month of its receipt, and two more where it is complex or
 * one of many (UK GDPR, article 12(3)); a complaint is acknowledged within thirty days and answered without undue delay (Data
 * Protection Act 2018, section 164A, as put in by the Data (Use and Access) Act 2025); the Commissioner is told of a breach
 * within 72 hours of becoming aware of it, where that is feasible (article 33(1)).
 */
export function dueOn(kind: RequestKind, receivedAt: string, isExtended = false): string {
  const received = dayOf(receivedAt)
  if (kind === 'complaint') return daysAfter(received, 30)
  if (kind === 'breach') return dayOf(hoursLater(receivedAt, 72))
  return monthsAfter(received, isExtended ? 3 : 1)
}

/** The moment at which the 72 hours of a breach are over. */
export function hoursLater(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + hours * hour).toISOString()
}

/** For how many days a pack can be fetched once it was made. */
export const packDays = 14

export function lastDayOfPack({ packedAt }: Pick<DataRequest, 'packedAt'>): string | null {
  return packedAt && daysAfter(dayOf(packedAt), packDays)
}
