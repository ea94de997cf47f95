import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Waiting, waits } from '../../web/waiting.js'
import { beginningOf, daysAfter } from '../../web/now.js'
import { whenInWords } from '../times.js'

/** Whoever asked to come reads for a week what the head said, as long as the day lies ahead. */
export const bookingsAnswered = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, today, since: beginningOf(daysAfter(today, -7)) }),
    (db, { me, today, since }) =>
      db
        .selectFrom('visitBookings')
        .innerJoin('visitReleases', 'visitReleases.bookingId', 'visitBookings.id')
        .innerJoin('visits', 'visits.id', 'visitBookings.visitId')
        .innerJoin('visitSlots', 'visitSlots.id', 'visitBookings.slotId')
        .select(['visits.id', 'visits.networkId', 'visits.title', 'visitReleases.answer'])
        .select(['visitSlots.day', 'visitSlots.lastDay', 'visitSlots.starts', 'visitSlots.ends'])
        .where('visitBookings.personId', '=', me)
        .where('visitBookings.state', 'in', ['booked', 'declined'])
        .where('visitReleases.withdrawnAt', 'is', null)
        .where('visitReleases.answeredAt', '>=', since)
        .where('visitSlots.day', '>=', today)
        .where('visitSlots.cancelledAt', 'is', null),
  ),
  says: rows =>
    rows.map((row): Waiting => ({
      text: answeredInWords(row),
      href: `/networks/${row.networkId}/visits/${row.id}`,
      action: 'See the visit',
      networkId: row.networkId,
    })),
})

export function answeredInWords(one: {
  answer: 'yes' | 'no' | null
  title: string
  day: string
  lastDay: string
  starts: string
  ends: string
}): string {
  return one.answer === 'yes'
    ? `Your head said yes. You are booked in for “${one.title}”: ${whenInWords(one)}.`
    : `Your head said no to “${one.title}”: ${whenInWords(one)}.`
}
