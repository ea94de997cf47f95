import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import { today } from '../../web/now.js'
import type { SupportingVisit, Visit, VisitSlot } from '../tables.js'
import { momentOf } from '../../web/now.js'

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
export const visitDates = tellsDates({
  ofGroups: true,
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({
      me: person.id,
      networks: networkIds,
      works: networkIds.filter(id => person.works(id)),
      from,
      until,
      today: today(),
    }),
    (db, { me, networks, works, from, until, today }) =>
      db
        .selectFrom('visitSlots')
        .innerJoin('visits', 'visits.id', 'visitSlots.visitId')
        .leftJoin('schools', 'schools.id', 'visits.schoolId')
        .selectAll('visitSlots')
        .select(['visits.title', 'visits.groupId', 'visits.place', 'visits.elsewhere', 'visits.offeredBy'])
        .select('schools.name as school')
        .select(({ exists, selectFrom }) => [
          exists(
            selectFrom('visitBookings')
              .select('visitBookings.id')
              .whereRef('visitBookings.slotId', '=', 'visitSlots.id')
              .where('visitBookings.personId', '=', me)
              .where('visitBookings.state', 'in', ['asked', 'booked']),
          ).as('isBooked'),
          exists(
            selectFrom('visitPeople as hosts')
              .select('hosts.visitId')
              .whereRef('hosts.visitId', '=', 'visits.id')
              .where('hosts.personId', '=', me)
              .where('hosts.standing', '=', 'host')
              .where('hosts.removedAt', 'is', null),
          ).as('isHosted'),
        ])
        .where('visitSlots.networkId', 'in', networks)
        .where('visitSlots.day', '<=', until)
        .where('visitSlots.lastDay', '>=', from)
        .where(eb => eb.or([eb('visitSlots.cancelledAt', 'is', null), eb('visitSlots.lastDay', '>=', today)]))
        .where(({ or, eb, exists, selectFrom }) =>
          or([
            eb('visits.networkId', 'in', works),
            exists(
              selectFrom('visitPeople as invited')
                .select('invited.visitId')
                .whereRef('invited.visitId', '=', 'visits.id')
                .where('invited.personId', '=', me)
                .where('invited.removedAt', 'is', null),
            ),
          ]),
        ),
  ),
  says: (rows, { person }) =>
    rows.map(({ title, groupId, place, elsewhere, school, offeredBy, isBooked, isHosted, ...slot }) =>
      dateOfSlot(
        { id: slot.visitId, title, networkId: slot.networkId, groupId, place, elsewhere, school },
        slot,
        offeredBy === person.id || Boolean(isBooked) || Boolean(isHosted),
      ),
    ),
})

/** Only in the calendars of those two. */
export const supportingDates = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ me: person.id, networks: networkIds, from, until, today: today() }),
    (db, { me, networks, from, until, today }) =>
      db
        .selectFrom('supportingVisits')
        .selectAll()
        .where(eb => eb.or([eb('proposedBy', '=', me), eb('colleagueId', '=', me)]))
        .where('networkId', 'in', networks)
        .where('day', '>=', from)
        .where('day', '<=', until)
        .where('agreedAt', 'is not', null)
        .where(eb => eb.or([eb('cancelledAt', 'is', null), eb('day', '>=', today)])),
  ),
  says: rows => rows.map(dateOfSupport),
})
