import type { Db } from '../../database.js'
import type { FormState } from '../../web/read.js'
import type { OpenVisit } from '../finding.js'
import type { CancellationPage } from '../pages.js'
import type { VisitSlot } from '../tables.js'
import { whenInWords } from '../times.js'
import { whoIsTouched } from '../visit-page.js'
import { bookingsOf } from '../visits.js'

/** Before one day, or the whole visit, is called off. */
export async function cancellationPage(
  db: Db,
  { found, head, listAddress, address }: OpenVisit,
  slot: VisitSlot | null,
  form: FormState,
): Promise<CancellationPage> {
  const { visit } = found
  const bookings = await bookingsOf(db, visit.id)
  const isAsked = visit.kind === 'asked'
  const heading = slot ? `Cancel ${whenInWords(slot)}` : isAsked ? 'Withdraw the request' : `Cancel “${visit.title}”`
  return {
    title: heading,
    heading,
    head,
    listAddress,
    address,
    visit,
    what: slot
      ? [
          'This day stays on the page, crossed out, with your reason.',
          'It leaves the calendars of whoever was booked in.',
        ]
      : ['Every day that is still ahead is cancelled.', 'What was written on earlier days stays.'],
    coming: isAsked ? null : whoIsTouched(bookings.filter(one => slot === null || one.slotId === slot.id)),
    action: slot ? `${address}/slots/${slot.id}/cancellation` : `${address}/cancellation`,
    button: slot ? 'Cancel this day' : isAsked ? 'Withdraw the request' : 'Cancel the visit',
    form,
  }
}
