import type { HoursOf } from '../../networks/year.js'
import { dayOf, daysAfter, today } from '../../web/now.js'
import { hoursOf } from '../times.js'

/** How long each visit took, times those who came; what two colleagues do for each other is counted nowhere. */
export const visitHours: HoursOf = async (db, networkId, { from, until }) => {
  const lastDay = daysAfter(dayOf(until), -1)
  const rows = await db
    .selectFrom('visitSlots')
    .innerJoin('visitBookings', 'visitBookings.slotId', 'visitSlots.id')
    .select(['visitSlots.id', 'visitSlots.day', 'visitSlots.lastDay', 'visitSlots.starts', 'visitSlots.ends'])
    .select(eb => eb.fn.sum<number>('visitBookings.people').as('people'))
    .where('visitSlots.networkId', '=', networkId)
    .where('visitSlots.cancelledAt', 'is', null)
    .where('visitSlots.day', '>=', dayOf(from))
    .where('visitSlots.day', '<=', lastDay < today() ? lastDay : daysAfter(today(), -1))
    .where('visitBookings.state', '=', 'booked')
    .where('visitBookings.missedAt', 'is', null)
    .groupBy(['visitSlots.id', 'visitSlots.day', 'visitSlots.lastDay', 'visitSlots.starts', 'visitSlots.ends'])
    .execute()
  if (rows.length === 0) return []
  const hours = rows.reduce((sum, row) => sum + hoursOf(row) * Number(row.people), 0)
  return [{ of: 'visits', hours: Math.round(hours * 10) / 10, times: rows.length }]
}
