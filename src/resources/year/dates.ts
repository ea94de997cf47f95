import type { OutsideColleague } from '../tables.js'
import type { Person } from '../../people/person.js'
import { inTheSameWords } from '../../database/in-the-same-words.js'
import { momentOf } from '../../web/now.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import { colleaguesFor } from '../colleague/colleagues.js'
import { type DayShown, daysFor } from '../colleague/days.js'
import { type FoundEvening, readableBy } from '../evenings/evenings.js'
import { isTheColleague, mayKeepMoney } from '../permissions.js'

/** The day by which a bid has to be there; for the network’s leaders, since nobody else knows of it. */
export const datesOfBids = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({
      led: networkIds.filter(id => mayKeepMoney(person, { id })),
      from,
      until,
    }),
    (db, { led, from, until }) =>
      db
        .selectFrom('bids')
        .selectAll()
        .where('networkId', 'in', led)
        .where('dueOn', '>=', from)
        .where('dueOn', '<=', until)
        .where('outcome', 'in', ['being written', 'sent'])
        .where('removedAt', 'is', null),
  ),
  says: (rows, { person }) =>
    rows.map(one => ({
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
    })),
})

/** Data evenings, for those who work in the network and the governors who are invited. */
export const datesOfEvenings = tellsDates({
  asks: inTheSameWords(
    ({ networkIds, from, until }) => ({ networks: networkIds, from, until }),
    (db, { networks, from, until }) =>
      db
        .selectFrom('dataEvenings')
        .selectAll()
        .where('networkId', 'in', networks)
        .where('heldOn', '>=', from)
        .where('heldOn', '<=', until)
        .orderBy('heldOn', 'desc'),
  ),
  says: async (rows, { db, person }) =>
    (await readableBy(db, person, rows)).map(one => dateOfEvening(one, !person.works(one.networkId))),
})

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
export const datesOfColleagues = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({
      me: person.id,
      networks: networkIds,
      led: networkIds.filter(id => person.isNetworkLeaderOf(id)),
      headed: person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? []),
      from,
      until,
    }),
    (db, { me, networks, led, headed, from, until }) =>
      db
        .selectFrom('outsideColleagues')
        .innerJoin('colleagueDays', 'colleagueDays.colleagueId', 'outsideColleagues.id')
        .select('outsideColleagues.networkId')
        .distinct()
        .where('outsideColleagues.networkId', 'in', networks)
        .where('colleagueDays.onDay', '>=', from)
        .where('colleagueDays.onDay', '<=', until)
        .where('colleagueDays.removedAt', 'is', null)
        .where(eb =>
          eb.or([
            eb('outsideColleagues.personId', '=', me),
            eb('outsideColleagues.networkId', 'in', led),
            eb('colleagueDays.schoolId', 'in', headed),
          ]),
        ),
  ),
  async says(rows, { db, person, from, until }) {
    const dates: CalendarDate[] = []
    for (const { networkId } of rows)
      for (const colleague of await colleaguesFor(db, person, { id: networkId })) {
        const days = await daysFor(db, person, colleague)
        const within = days.filter(({ onDay }) => onDay >= from && onDay <= until)
        dates.push(...within.map(one => dateOfColleague(person, colleague, one)))
      }
    return dates
  },
})

function dateOfColleague(person: Person, colleague: OutsideColleague, one: DayShown): CalendarDate {
  return {
    uid: `colleague-day-${one.id}`,
    kind: 'outside colleague',
    title: `${colleague.name} at ${one.school ?? 'all schools'}`,
    starts: one.onDay,
    ends: null,
    where: one.school ?? '',
    href: `/networks/${colleague.networkId}/resources/colleagues/${colleague.id}`,
    networkId: colleague.networkId,
    groupId: null,
    mine: isTheColleague(person, colleague) || (one.schoolId !== null && person.answersFor(one.schoolId)),
    sequence: 0,
    changedAt: one.enteredAt,
    cancelledAt: one.removedAt,
  }
}
