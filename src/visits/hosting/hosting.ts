import type { Trx } from '../../database.js'
import { BadInput, Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { daysAfter, now } from '../../web/now.js'
import { plural } from '../../words/words.js'
import { aboutVisit } from '../as-fact.js'
import { moveUp, needsHeadsYes } from '../booking/booking.js'
import { askForRelease, withdrawRelease } from '../booking/releasing.js'
import type { SlotWords } from '../forms.js'
import { renewDays } from '../offering/offering.js'
import type { Visit, VisitSlot } from '../tables.js'

/** The host moves a day, or makes room for more. Whoever is booked in stays so; where the day is another, heads are asked anew. */
export async function moveSlot(
  trx: Trx,
  visit: Visit,
  slot: VisitSlot,
  person: Person,
  { because, ...to }: SlotWords & { because: string },
): Promise<void> {
  if (slot.cancelledAt) throw new Conflict('This day was cancelled already.')
  const { numUpdatedRows } = await trx
    .updateTable('visitSlots')
    .set(eb => ({
      ...to,
      lastDay: slot.lastDay === slot.day ? to.day : daysOn(slot, to.day),
      because,
      changedAt: now(),
      sequence: eb('sequence', '+', 1),
    }))
    .where('id', '=', slot.id)
    .where('taken', '<=', to.places)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) === 0)
    throw new Conflict(`More are booked in than that: ${plural(slot.taken, 'place is', 'places are')} taken.`)
  await renewDays(trx, visit.id)
  const isAnotherTime = slot.day !== to.day || slot.starts !== to.starts || slot.ends !== to.ends
  if (isAnotherTime) await askHeadsAnew(trx, visit, slot.id, person)
  await moveUp(trx, visit, slot.id)
  await record(trx, { kind: 'day of visit moved', by: person, ...aboutVisit(visit), slot: slot.id, because })
}

function daysOn({ day, lastDay }: VisitSlot, to: string): string {
  return daysAfter(to, (Date.parse(lastDay) - Date.parse(day)) / 86_400_000)
}

/** A head's yes was to another time. */
async function askHeadsAnew(trx: Trx, visit: Visit, slotId: string, by: Person): Promise<void> {
  const slot = await trx.selectFrom('visitSlots').selectAll().where('id', '=', slotId).executeTakeFirstOrThrow()
  const bookings = await trx
    .selectFrom('visitBookings')
    .selectAll()
    .where('slotId', '=', slotId)
    .where('state', 'in', ['asked', 'booked'])
    .execute()
  for (const booking of bookings) {
    await withdrawRelease(trx, booking.id)
    const asks = await needsHeadsYes(trx, visit.networkId, slot, booking)
    if (asks) await askForRelease(trx, slot, booking, by, booking.id)
    await trx
      .updateTable('visitBookings')
      .set({ state: asks ? 'asked' : 'booked', bookedAt: asks ? null : (booking.bookedAt ?? now()) })
      .where('id', '=', booking.id)
      .execute()
  }
}

/** The host cancels one day; everybody who was booked in is told why. */
export async function cancelSlot(
  trx: Trx,
  visit: Visit,
  slot: VisitSlot,
  person: Person,
  because: string,
): Promise<void> {
  await cancelOne(trx, slot, person, because)
  await renewDays(trx, visit.id)
  await record(trx, { kind: 'day of visit cancelled', by: person, ...aboutVisit(visit), slot: slot.id, because })
}

async function cancelOne(trx: Trx, slot: VisitSlot, person: Person, because: string): Promise<void> {
  const at = now()
  const { numUpdatedRows } = await trx
    .updateTable('visitSlots')
    .set(eb => ({
      ...{ cancelledAt: at, cancelledBy: person.id, because, changedAt: at },
      sequence: eb('sequence', '+', 1),
    }))
    .where('id', '=', slot.id)
    .where('cancelledAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) === 0) throw new Conflict('This day was cancelled already.')
  const bookings = await trx.selectFrom('visitBookings').select('id').where('slotId', '=', slot.id).execute()
  for (const { id } of bookings) await withdrawRelease(trx, id)
}

/** All of it is off. What was written on days that were, stays. */
export async function cancelVisit(
  trx: Trx,
  visit: Visit,
  slots: VisitSlot[],
  person: Person,
  because: string,
): Promise<void> {
  if (visit.cancelledAt) throw new Conflict('This visit was cancelled already.')
  const at = now()
  const off = { cancelledAt: at, cancelledBy: person.id, cancelledBecause: because, changedAt: at }
  await trx.updateTable('visits').set(off).where('id', '=', visit.id).execute()
  for (const slot of slots) {
    await cancelOne(trx, slot, person, because)
    await record(trx, { kind: 'day of visit cancelled', by: person, ...aboutVisit(visit), slot: slot.id, because })
  }
  await record(trx, { kind: 'visit cancelled', by: person, ...aboutVisit(visit), because })
}

/** The host says who came; the others are not counted among the visitors. */
export async function sayWhoCame(
  trx: Trx,
  visit: Visit,
  slot: VisitSlot,
  person: Person,
  came: string[],
): Promise<void> {
  const booked = await trx
    .selectFrom('visitBookings')
    .select('id')
    .where('slotId', '=', slot.id)
    .where('state', '=', 'booked')
    .execute()
  if (came.some(id => !booked.some(one => one.id === id)))
    throw new BadInput('Somebody among them was not booked in.', 422)
  for (const { id } of booked)
    await trx
      .updateTable('visitBookings')
      .set({ missedAt: came.includes(id) ? null : now() })
      .where('id', '=', id)
      .execute()
  await trx.updateTable('visitSlots').set({ heldAt: now(), heldBy: person.id }).where('id', '=', slot.id).execute()
  await record(trx, { kind: 'visit held', by: person, ...aboutVisit(visit), slot: slot.id })
}

/** Somebody is asked to come, or to host it with the others. */
export async function addPerson(
  trx: Trx,
  visit: Visit,
  by: Person,
  { person, standing }: { person: string; standing: 'host' | 'invited' },
): Promise<void> {
  const known = await trx
    .selectFrom('visitPeople')
    .select(['id', 'standing'])
    .where('visitId', '=', visit.id)
    .where('personId', '=', person)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (known?.standing === standing) return
  if (known) await trx.updateTable('visitPeople').set({ standing }).where('id', '=', known.id).execute()
  else
    await trx
      .insertInto('visitPeople')
      .values({
        id: newId(),
        visitId: visit.id,
        personId: person,
        standing,
        addedAt: now(),
        addedBy: by.id,
        removedAt: null,
      })
      .execute()
  await record(trx, { kind: 'people of visit changed', by, ...aboutVisit(visit), person, added: true })
}

export async function removePerson(trx: Trx, visit: Visit, by: Person, personId: string): Promise<void> {
  await trx
    .updateTable('visitPeople')
    .set({ removedAt: now() })
    .where('visitId', '=', visit.id)
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .execute()
  await record(trx, { kind: 'people of visit changed', by, ...aboutVisit(visit), person: personId, added: false })
}
