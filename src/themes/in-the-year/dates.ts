import { themesFacilitated } from '../../groups/readers.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { DatesOf } from '../../networks/year.js'
import { beginningOf, daysAfter } from '../../web/now.js'

/** The sessions of themes, and agreed activities that have a day. */
export const themeDates: DatesOf = async (db, person, networkIds, { from, until }) => {
  const works = networkIds.filter(id => person.works(id))
  const invited = await themesFacilitated(db, person)
  const sessions = await db
    .selectFrom('themeSessions')
    .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
    .leftJoin('schools', 'schools.id', 'themeSessions.schoolId')
    .leftJoin('themeSessionPeople', join =>
      join
        .onRef('themeSessionPeople.sessionId', '=', 'themeSessions.id')
        .on('themeSessionPeople.personId', '=', person.id)
        .on('themeSessionPeople.withdrewAt', 'is', null),
    )
    .selectAll('themeSessions')
    .select(['themes.name as theme', 'themes.networkId', 'schools.name as school', 'themeSessionPeople.comingAt'])
    .where(eb => eb.or([eb('themes.networkId', 'in', [...works, '']), eb('themes.id', 'in', [...invited, ''])]))
    .where('themes.networkId', 'in', [...networkIds, ''])
    .where('themeSessions.endsAt', '>=', beginningOf(from))
    .where('themeSessions.startsAt', '<', beginningOf(daysAfter(until, 1)))
    .orderBy('themeSessions.startsAt')
    .execute()
  const activities = await db
    .selectFrom('themeActivities')
    .innerJoin('themes', 'themes.id', 'themeActivities.themeId')
    .selectAll('themeActivities')
    .select(['themes.name as theme', 'themes.networkId'])
    .where(eb => eb.or([eb('themes.networkId', 'in', [...works, '']), eb('themes.id', 'in', [...invited, ''])]))
    .where('themes.networkId', 'in', [...networkIds, ''])
    .where('themeActivities.onDay', '>=', from)
    .where('themeActivities.onDay', '<=', until)
    .orderBy('themeActivities.onDay')
    .execute()
  return [
    ...sessions.map((one): CalendarDate => ({ ...sessionDate(one), mine: one.comingAt !== null })),
    ...activities.map((one): CalendarDate => ({
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
  ]
}

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
