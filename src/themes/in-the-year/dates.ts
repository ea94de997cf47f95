import { inTheSameWords } from '../../database/in-the-same-words.js'
import { themesFacilitated } from '../../groups/readers.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { type DatesAsked, tellsDates } from '../../networks/year.js'
import { beginningOf, daysAfter } from '../../web/now.js'

/** Of which themes somebody may know, and when. */
async function themesKnown({ db, person, networkIds, from, until }: DatesAsked) {
  return {
    me: person.id,
    networks: networkIds,
    works: networkIds.filter(id => person.works(id)),
    invited: await themesFacilitated(db, person),
    from,
    until,
    fromMoment: beginningOf(from),
    untilMoment: beginningOf(daysAfter(until, 1)),
  }
}

/** The sessions of themes. */
export const sessionDates = tellsDates({
  asks: inTheSameWords(themesKnown, (db, { me, networks, works, invited, fromMoment, untilMoment }) =>
    db
      .selectFrom('themeSessions')
      .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
      .leftJoin('schools', 'schools.id', 'themeSessions.schoolId')
      .leftJoin('themeSessionPeople', join =>
        join
          .onRef('themeSessionPeople.sessionId', '=', 'themeSessions.id')
          .on('themeSessionPeople.personId', '=', me)
          .on('themeSessionPeople.withdrewAt', 'is', null),
      )
      .selectAll('themeSessions')
      .select(['themes.name as theme', 'themes.networkId', 'schools.name as school', 'themeSessionPeople.comingAt'])
      .where(eb => eb.or([eb('themes.networkId', 'in', works), eb('themes.id', 'in', invited)]))
      .where('themes.networkId', 'in', networks)
      .where('themeSessions.endsAt', '>=', fromMoment)
      .where('themeSessions.startsAt', '<', untilMoment)
      .orderBy('themeSessions.startsAt'),
  ),
  says: sessions => sessions.map((one): CalendarDate => ({ ...sessionDate(one), mine: one.comingAt !== null })),
})

/** Agreed activities of themes that have a day. */
export const activityDates = tellsDates({
  asks: inTheSameWords(themesKnown, (db, { networks, works, invited, from, until }) =>
    db
      .selectFrom('themeActivities')
      .innerJoin('themes', 'themes.id', 'themeActivities.themeId')
      .selectAll('themeActivities')
      .select(['themes.name as theme', 'themes.networkId'])
      .where(eb => eb.or([eb('themes.networkId', 'in', works), eb('themes.id', 'in', invited)]))
      .where('themes.networkId', 'in', networks)
      .where('themeActivities.onDay', '>=', from)
      .where('themeActivities.onDay', '<=', until)
      .orderBy('themeActivities.onDay'),
  ),
  says: activities =>
    activities.map((one): CalendarDate => ({
      uid: `theme-activity-${one.id}`,
      kind: 'learning activity',
      title: `${one.activity} (${one.theme})`,
      starts: one.onDay!,
      ends: null,
      where: '',
      href: `/networks/${one.networkId}/themes/${one.themeId}`,
      networkId: one.networkId,
      groupId: null,
      mine: false,
      sequence: one.sequence,
      changedAt: one.changedAt,
      cancelledAt: one.droppedAt,
    })),
})

/** A session as it stands in calendars, for whoever reads a letter about it. */
export function sessionDate(one: {
  id: string
  themeId: string
  kind: string
  title: string
  theme: string
  startsAt: string
  endsAt: string
  school: string | null
  place: string
  networkId: string
  sequence: number
  changedAt: string
  cancelledAt: string | null
}): CalendarDate {
  return {
    uid: `theme-session-${one.id}`,
    kind: one.kind,
    title: `${one.title} (${one.theme})`,
    starts: one.startsAt,
    ends: one.endsAt,
    where: [one.place, one.school].filter(Boolean).join(', '),
    href: `/networks/${one.networkId}/themes/${one.themeId}/sessions/${one.id}`,
    networkId: one.networkId,
    groupId: null,
    mine: true,
    sequence: one.sequence,
    changedAt: one.changedAt,
    cancelledAt: one.cancelledAt,
  }
}
