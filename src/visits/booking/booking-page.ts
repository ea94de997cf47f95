import type { Db } from '../../database.js'
import { schoolsByIds } from '../../networks/schools/schools.js'
import type { FormState } from '../../web/read.js'
import type { OpenVisit } from '../finding.js'
import type { BookingPage } from '../pages.js'
import type { VisitSlot } from '../tables.js'
import { whenInWords } from '../times.js'
import { hasHead } from '../visits.js'
import { needsHeadsYes } from './booking.js'

/** What somebody is told before they say that they come: whether there is room, and whom it is asked of. */
export async function bookingPage(
  db: Db,
  { person, found, head, listAddress, address }: OpenVisit,
  slot: VisitSlot,
  form: FormState,
): Promise<BookingPage> {
  const { visit } = found
  const schools = await schoolsByIds(db, person.schoolsIn(visit.networkId))
  const own = schools[0]
  const needs = own && (await needsHeadsYes(db, visit.networkId, slot, { schoolId: own.id, personId: person.id }))
  const free = Math.max(0, slot.places - slot.taken)
  return {
    title: visit.kind === 'far' ? 'Say that you go' : 'Say that you come',
    head,
    listAddress,
    address,
    visit,
    slot: { id: slot.id, when: whenInWords(slot), free, places: slot.places },
    form,
    schools: schools.map(({ id, name }) => ({ value: id, text: name })),
    needsYes: needs ? { school: own.name, who: (await hasHead(db, own.id)) ? 'your head' : 'a network leader' } : null,
    isFull: free === 0,
  }
}
