import { type Db, type Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import { plural } from '../../words/words.js'
import { aboutVisit } from '../as-fact.js'
import type { BookingState, Visit, VisitBooking, VisitSlot } from '../tables.js'
import { needsRelease } from '../visits.js'
import { askForRelease, withdrawRelease } from './releasing.js'

export interface Wish {
  schoolId: string | null
  /** Themselves, and those who come along. */
  people: number
  alongside: string
}

/**
 * Somebody says that they come. A place is taken at once, also while their head is asked; where there is none, they wait for
 * one. Two who press at the same moment are served one after the other: the row of the day is written first.
 * @throws Conflict where they are in already, or more come than there are places at all
 */
export async function book(
  trx: Trx,
  visit: Pick<Visit, 'id' | 'networkId'>,
  slot: VisitSlot,
  person: Person,
  wish: Wish,
): Promise<BookingState> {
  if (wish.people > slot.places)
    throw new Conflict(
      `There is room for ${plural(slot.places, 'visitor', 'visitors')} on this day, and you are ${wish.people}.`,
    )
  const hasPlace = await takePlaces(trx, slot.id, wish.people)
  if (!hasPlace) await touch(trx, slot.id)
  const known = await trx
    .selectFrom('visitBookings')
    .select('id')
    .where('slotId', '=', slot.id)
    .where('personId', '=', person.id)
    .where('state', 'in', ['asked', 'booked', 'waiting'])
    .executeTakeFirst()
  if (known) throw new Conflict('You have said already that you come on this day.')
  const booking: VisitBooking = {
    id: newId(),
    slotId: slot.id,
    visitId: visit.id,
    personId: person.id,
    ...wish,
    state: 'waiting',
    askedAt: now(),
    bookedAt: null,
    cancelledAt: null,
    missedAt: null,
    noteSettledAt: null,
    cameOfSettledAt: null,
  }
  await trx.insertInto('visitBookings').values(booking).execute()
  const state = hasPlace ? await givePlace(trx, visit, slot, booking, person) : 'waiting'
  await record(trx, { kind: 'place on visit taken', by: person, ...aboutVisit(visit), booking: booking.id })
  return state
}

/** A place goes to a booking: booked, or asked of the head where somebody has to be released. */
async function givePlace(
  trx: Trx,
  visit: Pick<Visit, 'id' | 'networkId'>,
  slot: VisitSlot,
  booking: VisitBooking,
  person: Pick<Person, 'id'>,
): Promise<BookingState> {
  const asks = await needsHeadsYes(trx, visit.networkId, slot, booking)
  const state: BookingState = asks ? 'asked' : 'booked'
  await trx
    .updateTable('visitBookings')
    .set({ state, bookedAt: asks ? null : now() })
    .where('id', '=', booking.id)
    .execute()
  if (asks) await askForRelease(trx, { ...slot, networkId: visit.networkId }, booking, person, booking.id)
  return state
}

/** Heads release themselves; who works in no school here has nobody to ask. */
export async function needsHeadsYes(
  db: Db,
  networkId: string,
  slot: VisitSlot,
  { schoolId, personId }: Pick<VisitBooking, 'schoolId' | 'personId'>,
): Promise<boolean> {
  if (schoolId === null || !(await needsRelease(db, networkId, slot))) return false
  const ownHead = await db
    .selectFrom('networkRoles')
    .select('id')
    .where('personId', '=', personId)
    .where('schoolId', '=', schoolId)
    .where('role', '=', 'headteacher')
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return ownHead === undefined
}

/** Takes so many places if there are so many, in one statement, so that no two can take the same. */
async function takePlaces(trx: Trx, slotId: string, people: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('visitSlots')
    .set(eb => ({ taken: eb('taken', '+', people) }))
    .where('id', '=', slotId)
    .where('cancelledAt', 'is', null)
    .where(eb => eb(eb('taken', '+', people), '<=', eb.ref('places')))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows) === 1
}

/** Holds the row, so that two who wait for a place stand one behind the other. */
async function touch(trx: Trx, slotId: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('visitSlots')
    .set(eb => ({ taken: eb.ref('taken') }))
    .where('id', '=', slotId)
    .where('cancelledAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) === 0) throw new Conflict('This day was cancelled.')
}

/** Somebody does not come after all, or may not; who has waited longest moves up. @param by who settles it */
export async function giveBack(
  trx: Trx,
  visit: Pick<Visit, 'id' | 'networkId'>,
  booking: VisitBooking,
  by: Person,
  becomes: 'cancelled' | 'declined',
): Promise<void> {
  if (booking.state === 'cancelled' || booking.state === 'declined')
    throw new Conflict('This place was given back already.')
  const { numUpdatedRows } = await trx
    .updateTable('visitBookings')
    .set({ state: becomes, cancelledAt: becomes === 'cancelled' ? now() : null })
    .where('id', '=', booking.id)
    .where('state', '=', booking.state)
    .executeTakeFirstOrThrow()
  if (Number(numUpdatedRows) === 0) throw new Conflict('This place was settled meanwhile.')
  if (becomes === 'cancelled') await withdrawRelease(trx, booking.id)
  if (booking.state !== 'waiting') await freePlaces(trx, booking.slotId, booking.people)
  await record(trx, { kind: 'place on visit given back', by, ...aboutVisit(visit), booking: booking.id })
  await moveUp(trx, visit, booking.slotId)
}

async function freePlaces(trx: Trx, slotId: string, people: number): Promise<void> {
  await trx
    .updateTable('visitSlots')
    .set(eb => ({ taken: eb('taken', '-', people) }))
    .where('id', '=', slotId)
    .execute()
}

/** Those who wait get the places that are free, in their order; a party that is too large lets smaller ones by. */
export async function moveUp(trx: Trx, visit: Pick<Visit, 'id' | 'networkId'>, slotId: string): Promise<void> {
  const slot = await trx.selectFrom('visitSlots').selectAll().where('id', '=', slotId).executeTakeFirstOrThrow()
  if (slot.cancelledAt || slot.day < today()) return
  const waiting = await trx
    .selectFrom('visitBookings')
    .selectAll()
    .where('slotId', '=', slotId)
    .where('state', '=', 'waiting')
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  for (const booking of waiting) {
    if (!(await isStillHere(trx, visit, booking.personId))) continue
    if (!(await takePlaces(trx, slotId, booking.people))) continue
    await givePlace(trx, visit, slot, booking, { id: booking.personId })
    await record(trx, { kind: 'place on visit given', by: null, ...aboutVisit(visit), booking: booking.id })
  }
}

/** Whether somebody works in the network now, or is invited to the visit. */
export async function isStillHere(db: Db, visit: Pick<Visit, 'id' | 'networkId'>, personId: string): Promise<boolean> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (!person) return false
  const role = await db
    .selectFrom('networkRoles')
    .select('id')
    .where('personId', '=', personId)
    .where('networkId', '=', visit.networkId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (role) return true
  const invited = await db
    .selectFrom('visitPeople')
    .select('id')
    .where('visitId', '=', visit.id)
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return invited !== undefined
}
