import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { DatesOf } from '../../networks/year.js'
import { today } from '../../web/now.js'
import { supportingVisitsOf } from '../supporting/supporting.js'
import type { SupportingVisit, Visit, VisitSlot } from '../tables.js'
import { momentOf } from '../../web/now.js'
import { visitsInvitedTo } from '../visits.js'

type OfVisit = Pick<Visit, 'id' | 'title' | 'networkId' | 'groupId' | 'place' | 'elsewhere'> & { school: string | null }

/** A day of a visit as it stands in calendars. */
export function dateOfSlot(visit: OfVisit, slot: VisitSlot, mine: boolean): CalendarDate {
  return {
    uid: `visit-${slot.id}`,
    kind: 'visit',
    title: visit.title,
    starts: momentOf(slot.day, slot.starts),
    ends: momentOf(slot.lastDay, slot.ends),
    where: [visit.school ?? visit.elsewhere, visit.place].filter(Boolean).join(', '),
    href: `/networks/${visit.networkId}/visits/${visit.id}`,
    networkId: visit.networkId,
    groupId: visit.groupId,
    mine,
    sequence: slot.sequence,
    changedAt: slot.changedAt,
    cancelledAt: slot.cancelledAt,
  }
}

/** Of a visit between two colleagues a calendar says only that it is one: neither with whom nor where. */
export function dateOfSupport(visit: SupportingVisit): CalendarDate {
  return {
    uid: `visit-${visit.id}`,
    kind: 'visit',
    title: 'Visit',
    starts: momentOf(visit.day, visit.starts),
    ends: momentOf(visit.day, visit.ends),
    where: '',
    href: `/networks/${visit.networkId}/visits/supporting/${visit.id}`,
    networkId: visit.networkId,
    groupId: null,
    mine: true,
    sequence: visit.sequence,
    changedAt: visit.changedAt,
    cancelledAt: visit.cancelledAt,
  }
}

/** Days on which something can be seen, one’s own among them; who is only invited to one knows of that alone. */
export const visitDates: DatesOf = async (db, person, networkIds, { from, until }) => {
  const worksIn = networkIds.filter(id => person.works(id))
  const invited = await visitsInvitedTo(db, person, networkIds)
  const rows = await db
    .selectFrom('visitSlots')
    .innerJoin('visits', 'visits.id', 'visitSlots.visitId')
    .leftJoin('schools', 'schools.id', 'visits.schoolId')
    .selectAll('visitSlots')
    .select(['visits.title', 'visits.groupId', 'visits.place', 'visits.elsewhere', 'visits.offeredBy'])
    .select('schools.name as school')
    .where('visitSlots.networkId', 'in', [...networkIds, ''])
    .where('visitSlots.day', '<=', until)
    .where('visitSlots.lastDay', '>=', from)
    .where(eb => eb.or([eb('visitSlots.cancelledAt', 'is', null), eb('visitSlots.lastDay', '>=', today())]))
    .where(eb => eb.or([eb('visits.networkId', 'in', [...worksIn, '']), eb('visits.id', 'in', [...invited, ''])]))
    .execute()
  const mine = await ownSlots(db, person.id)
  return rows.map(({ title, groupId, place, elsewhere, school, offeredBy, ...slot }) =>
    dateOfSlot(
      { id: slot.visitId, title, networkId: slot.networkId, groupId, place, elsewhere, school },
      slot,
      offeredBy === person.id || mine.slots.has(slot.id) || mine.hosted.has(slot.visitId),
    ),
  )
}

async function ownSlots(db: Db, personId: string) {
  const booked = await db
    .selectFrom('visitBookings')
    .select('slotId')
    .where('personId', '=', personId)
    .where('state', 'in', ['asked', 'booked'])
    .execute()
  const hosted = await db
    .selectFrom('visitPeople')
    .select('visitId')
    .where('personId', '=', personId)
    .where('standing', '=', 'host')
    .where('removedAt', 'is', null)
    .execute()
  return { slots: new Set(booked.map(one => one.slotId)), hosted: new Set(hosted.map(one => one.visitId)) }
}

/** Only in the calendars of those two. */
export const supportingDates: DatesOf = async (db, person, networkIds, { from, until }) =>
  (await supportingVisitsOf(db, person, null))
    .filter(one => one.proposedBy === person.id || one.colleagueId === person.id)
    .filter(one => networkIds.includes(one.networkId) && one.day >= from && one.day <= until)
    .filter(one => one.agreedAt !== null && (one.cancelledAt === null || one.day >= today()))
    .map(dateOfSupport)
