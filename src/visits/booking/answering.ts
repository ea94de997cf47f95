import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { VisitRelease } from '../tables.js'
import { giveBack, isStillHere } from './booking.js'
import { answerRelease } from './releasing.js'

/** The head says yes or no. A yes books the place that was held; with a no it goes to whoever waits. */
export async function answerAndBook(
  trx: Trx,
  release: VisitRelease,
  person: Person,
  said: { answer: 'yes' | 'no'; word: string },
): Promise<void> {
  const booking = release.bookingId
    ? await trx.selectFrom('visitBookings').selectAll().where('id', '=', release.bookingId).executeTakeFirstOrThrow()
    : undefined
  if (booking && said.answer === 'yes') {
    const visit = { id: booking.visitId, networkId: release.networkId }
    if (!(await isStillHere(trx, visit, booking.personId)))
      throw new Conflict(
        'Whoever asked has left the network meanwhile. Say no, and the place goes to somebody who waits.',
      )
  }
  await answerRelease(trx, release, person, said)
  if (!booking) return
  if (said.answer === 'no')
    return giveBack(trx, { id: booking.visitId, networkId: release.networkId }, booking, person, 'declined')
  await trx
    .updateTable('visitBookings')
    .set({ state: 'booked', bookedAt: now() })
    .where('id', '=', booking.id)
    .where('state', '=', 'asked')
    .execute()
}
