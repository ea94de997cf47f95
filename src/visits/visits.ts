import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Network } from '../networks/tables.js'
import { schoolDaysOf } from '../networks/terms/school-days.js'
import type { Person } from '../people/person.js'
import { today } from '../web/now.js'
import { isInSchoolTime } from './times.js'
import type { Visit, VisitBooking, VisitSlot } from './tables.js'

/** A visit as somebody opens it. */
export interface FoundVisit {
  visit: Visit
  network: Network
  /** The school that hosts it, also one that has left the network; null far away. */
  school: { id: string; name: string; safeguardingContact: string; leftAt: string | null } | null
  /** Whoever offered it, and those whom they named. */
  hostIds: string[]
  isInvited: boolean
  /** Whether anybody is left who hosts it: somebody of those who still works here, or the head of the school. */
  hostsLeft: boolean
  /** Whether the one who opens it is booked in, or waits to be. */
  comes: boolean
}

/** The network, for those who work in it and for those who are invited to one of its visits. @throws NotFound */
export async function findNetworkOfVisits(db: Db, person: Person, id: string): Promise<Network> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!network) throw new NotFound('network')
  if (!person.works(network.id) && (await visitsInvitedTo(db, person, [network.id])).length === 0)
    throw new NotFound('network')
  return network
}

/** Only for those who work in it. @throws NotFound */
export async function findNetworkAtWork(db: Db, person: Person, id: string): Promise<Network> {
  const network = await db.selectFrom('networks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!network || !person.works(network.id)) throw new NotFound('network')
  return network
}

/** The visits of these networks to which somebody is invited. */
export async function visitsInvitedTo(db: Db, person: Pick<Person, 'id'>, networkIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('visitPeople')
    .innerJoin('visits', 'visits.id', 'visitPeople.visitId')
    .select('visits.id')
    .where('visitPeople.personId', '=', person.id)
    .where('visitPeople.removedAt', 'is', null)
    .where('visits.networkId', 'in', [...networkIds, ''])
    .execute()
  return rows.map(row => row.id)
}

/** @throws NotFound for those who neither work in the network nor are invited to it */
export async function findVisit(db: Db, person: Person, at: { network: string; visit: string }): Promise<FoundVisit> {
  const visit = await db
    .selectFrom('visits')
    .selectAll()
    .where('id', '=', at.visit)
    .where('networkId', '=', at.network)
    .executeTakeFirst()
  const found = visit && (await asFound(db, person, visit))
  if (!found) throw new NotFound('visit')
  return found
}

async function asFound(db: Db, person: Person, visit: Visit): Promise<FoundVisit | undefined> {
  const named = await db
    .selectFrom('visitPeople')
    .select(['personId', 'standing'])
    .where('visitId', '=', visit.id)
    .where('removedAt', 'is', null)
    .execute()
  const isInvited = named.some(one => one.personId === person.id)
  if (!person.works(visit.networkId) && !isInvited) return undefined
  const network = await db
    .selectFrom('networks')
    .selectAll()
    .where('id', '=', visit.networkId)
    .executeTakeFirstOrThrow()
  const school = await db
    .selectFrom('schools')
    .select(['id', 'name', 'safeguardingContact', 'leftAt'])
    .where('id', '=', visit.schoolId)
    .executeTakeFirst()
  const hostIds = [visit.offeredBy, ...named.filter(one => one.standing === 'host').map(one => one.personId)]
  const hostsLeft = await isAnybodyLeft(db, visit, hostIds)
  return {
    visit,
    network,
    school: school ?? null,
    hostIds,
    isInvited,
    hostsLeft,
    comes: await isComing(db, person, visit),
  }
}

/** Hosts who belong to the network and can sign in, or a head of the school that shows it. */
async function isAnybodyLeft(db: Db, { networkId, schoolId, kind }: Visit, hostIds: string[]): Promise<boolean> {
  const row = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('networkRoles.id')
    .where('networkRoles.networkId', '=', networkId)
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where(({ eb, or, and }) =>
      or([
        eb('networkRoles.personId', 'in', hostIds),
        ...(kind === 'offered'
          ? [and([eb('networkRoles.schoolId', '=', schoolId), eb('networkRoles.role', '=', 'headteacher')])]
          : []),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}

async function isComing(db: Db, person: Pick<Person, 'id'>, visit: Pick<Visit, 'id'>): Promise<boolean> {
  const row = await db
    .selectFrom('visitBookings')
    .select('id')
    .where('visitId', '=', visit.id)
    .where('personId', '=', person.id)
    .where('state', 'in', ['asked', 'booked', 'waiting'])
    .executeTakeFirst()
  return row !== undefined
}

/** Its days in their order; those that are cancelled stand with the others. */
export function slotsOf(db: Db, visitId: string): Promise<VisitSlot[]> {
  return db
    .selectFrom('visitSlots')
    .selectAll()
    .where('visitId', '=', visitId)
    .orderBy('day')
    .orderBy('starts')
    .orderBy('id')
    .execute()
}

/** @throws NotFound */
export async function findSlot(db: Db, visit: Pick<Visit, 'id'>, id: string): Promise<VisitSlot> {
  return db
    .selectFrom('visitSlots')
    .selectAll()
    .where('id', '=', id)
    .where('visitId', '=', visit.id)
    .executeTakeFirstOrThrow(() => new NotFound('day of this visit'))
}

/** A booking with whose it is, where they come from, and what their head said. */
export interface BookingOf extends VisitBooking {
  name: string
  school: string | null
  /** When the day itself was cancelled. */
  dayCancelledAt: string | null
  release: { id: string; answer: 'yes' | 'no' | null; word: string; answeredBy: string | null } | null
}

/** Everybody who comes, asks, waits or was refused, in the order in which they said so; who took it back is left out. */
export async function bookingsOf(db: Db, visitId: string): Promise<BookingOf[]> {
  const rows = await db
    .selectFrom('visitBookings')
    .innerJoin('people', 'people.id', 'visitBookings.personId')
    .innerJoin('visitSlots', 'visitSlots.id', 'visitBookings.slotId')
    .leftJoin('schools', 'schools.id', 'visitBookings.schoolId')
    .leftJoin('visitReleases', join =>
      join.onRef('visitReleases.bookingId', '=', 'visitBookings.id').on('visitReleases.withdrawnAt', 'is', null),
    )
    .leftJoin('people as heads', 'heads.id', 'visitReleases.answeredBy')
    .selectAll('visitBookings')
    .select(['people.name', 'schools.name as school', 'visitReleases.id as releaseId', 'visitReleases.answer'])
    .select(['visitReleases.word', 'heads.name as answeredByName', 'visitSlots.cancelledAt as dayCancelledAt'])
    .where('visitBookings.visitId', '=', visitId)
    .where('visitBookings.state', '<>', 'cancelled')
    .orderBy('visitBookings.askedAt')
    .orderBy('visitBookings.id')
    .execute()
  return rows.map(({ releaseId, answer, word, answeredByName, ...booking }) => ({
    ...booking,
    release: releaseId ? { id: releaseId, answer, word: word ?? '', answeredBy: answeredByName } : null,
  }))
}

/** Whether it lies behind us: the day is over, or today's has begun long enough ago to be told of. */
export function isOver({ lastDay }: Pick<VisitSlot, 'lastDay'>): boolean {
  return lastDay < today()
}

/** Whether on that day somebody has to be released: in the holidays, and outside lessons, nobody has. */
export async function needsRelease(
  db: Db,
  networkId: string,
  slot: Pick<VisitSlot, 'day' | 'lastDay' | 'starts' | 'ends'>,
): Promise<boolean> {
  if (!isInSchoolTime(slot)) return false
  const { terms, breaks } = await schoolDaysOf(db, networkId)
  // A time of which the network has not entered the terms counts as term time.
  const isKnown = terms.some(term => term.startsOn <= slot.day) && terms.some(term => term.endsOn >= slot.lastDay)
  const isWithinBreak = breaks.some(one => one.startsOn <= slot.day && one.endsOn >= slot.lastDay)
  return !isWithinBreak && (!isKnown || terms.some(term => term.startsOn <= slot.lastDay && term.endsOn >= slot.day))
}

/** Whether the school has a head here who answers. */
export async function hasHead(db: Db, schoolId: string): Promise<boolean> {
  const row = await db
    .selectFrom('networkRoles')
    .innerJoin('people', 'people.id', 'networkRoles.personId')
    .select('networkRoles.id')
    .where('networkRoles.schoolId', '=', schoolId)
    .where('networkRoles.role', '=', 'headteacher')
    .where('networkRoles.endedAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
