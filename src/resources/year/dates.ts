import { momentOf } from '../../web/now.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { DatesOf } from '../../networks/year.js'
import { colleaguesFor } from '../colleague/colleagues.js'
import { daysFor } from '../colleague/days.js'
import { eveningsFor, type FoundEvening } from '../evenings/evenings.js'
import { isTheColleague, mayKeepMoney } from '../permissions.js'

/** The day by which a bid has to be there; for the network’s leaders, since nobody else knows of it. */
export const datesOfBids: DatesOf = async (db, person, networkIds, { from, until }) => {
  const led = networkIds.filter(id => mayKeepMoney(person, { id }))
  if (led.length === 0) return []
  const rows = await db
    .selectFrom('bids')
    .selectAll()
    .where('networkId', 'in', led)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', until)
    .where('outcome', 'in', ['being written', 'sent'])
    .where('removedAt', 'is', null)
    .execute()
  return rows.map(one => ({
    uid: `bid-${one.id}`,
    kind: 'bid',
    title: 'A bid is due',
    starts: one.dueOn,
    ends: null,
    where: '',
    href: `/networks/${one.networkId}/resources/bids/${one.id}`,
    networkId: one.networkId,
    groupId: null,
    mine: one.madeBy === person.id,
    sequence: one.sequence,
    changedAt: one.changedAt,
    cancelledAt: null,
  }))
}

/** Data evenings, for those who work in the network and the governors who are invited. */
export const datesOfEvenings: DatesOf = async (db, person, networkIds, { from, until }) => {
  const evenings = await eveningsFor(db, person, networkIds)
  return evenings
    .filter(one => one.heldOn >= from && one.heldOn <= until)
    .map(one => dateOfEvening(one, !person.works(one.networkId)))
}

export function dateOfEvening(evening: Omit<FoundEvening, 'schoolIds'>, mine: boolean): CalendarDate {
  return {
    uid: `data-evening-${evening.id}`,
    kind: 'data evening',
    title: evening.title,
    starts: momentOf(evening.heldOn, evening.starts),
    ends: momentOf(evening.heldOn, evening.ends),
    where: evening.place,
    href: `/networks/${evening.networkId}/resources/evenings/${evening.id}`,
    networkId: evening.networkId,
    groupId: null,
    mine,
    sequence: evening.sequence,
    changedAt: evening.changedAt,
    cancelledAt: evening.cancelledAt,
  }
}

/** Where an outside colleague is on which day: for the colleague, the head of that school, and the leaders. */
export const datesOfColleagues: DatesOf = async (db, person, networkIds, { from, until }) => {
  const dates: CalendarDate[] = []
  for (const id of networkIds) {
    for (const colleague of await colleaguesFor(db, person, { id })) {
      const days = await daysFor(db, person, colleague)
      for (const one of days.filter(({ onDay }) => onDay >= from && onDay <= until))
        dates.push({
          uid: `colleague-day-${one.id}`,
          kind: 'outside colleague',
          title: `${colleague.name} at ${one.school ?? 'all schools'}`,
          starts: one.onDay,
          ends: null,
          where: one.school ?? '',
          href: `/networks/${id}/resources/colleagues/${colleague.id}`,
          networkId: id,
          groupId: null,
          mine: isTheColleague(person, colleague) || (one.schoolId !== null && person.answersFor(one.schoolId)),
          sequence: 0,
          changedAt: one.enteredAt,
          cancelledAt: one.removedAt,
        })
    }
  }
  return dates
}
