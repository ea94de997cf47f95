import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import { beginningOf, daysAfter, now } from '../../web/now.js'
import { circlesOfMany } from '../listing/meetings.js'
import { asks, knownTo } from '../meetings.js'
import { reachOf } from '../reach.js'
import type { Meeting } from '../tables.js'

/** Meetings that somebody may know of. Cancelled ones stand here as long as they lie ahead. */
export const datesOfMeetings = tellsDates({
  ofGroups: true,
  asks: inTheSameWords(
    async ({ db, person, networkIds, from, until }) => ({
      ...(await reachOf(db, person)),
      networks: networkIds,
      now: now(),
      from: beginningOf(from),
      until: beginningOf(daysAfter(until, 1)),
    }),
    (db, { networks, now, from, until, ...reach }) =>
      db
        .selectFrom('meetings')
        .selectAll('meetings')
        .select(asks(reach).as('mine'))
        .where('meetings.networkId', 'in', networks)
        .where('meetings.startsAt', '>=', from)
        .where('meetings.startsAt', '<', until)
        .where(knownTo(reach))
        .where(eb => eb.or([eb('meetings.cancelledAt', 'is', null), eb('meetings.startsAt', '>=', now)]))
        .orderBy('meetings.startsAt'),
  ),
  async says(rows, { db, person }) {
    const circles = await circlesOfMany(db, rows)
    return Promise.all(
      rows.map(async ({ mine, ...row }) => {
        const date = dateOfMeeting(row, circles.get(row.id) ?? [], Number(mine) === 1)
        return row.groupId === null ? date : (await person.namesIn(db, row.groupId)).read(date)
      }),
    )
  },
})

/** What somebody agreed to do stands on its day, for them alone; its words stay here. */
export const daysOfActions = tellsDates({
  ofGroups: true,
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ me: person.id, networks: networkIds, from, until }),
    (db, { me, networks, from, until }) =>
      db
        .selectFrom('meetingActions')
        .innerJoin('circles', 'circles.id', 'meetingActions.circleId')
        .select(['meetingActions.id', 'meetingActions.dueOn', 'meetingActions.agreedAt', 'meetingActions.networkId'])
        .select(['meetingActions.groupId', 'circles.name as circle'])
        .where('meetingActions.ownerId', '=', me)
        .where('meetingActions.settledAt', 'is', null)
        .where('meetingActions.networkId', 'in', networks)
        .where('meetingActions.dueOn', '>=', from)
        .where('meetingActions.dueOn', '<=', until),
  ),
  says: rows =>
    rows.map(row => ({
      ...{ uid: `meeting-action-${row.id}`, kind: 'due', title: `Due: what you agreed to do for “${row.circle}”` },
      ...{ starts: row.dueOn, ends: null, where: '', href: `/meeting-actions/${row.id}` },
      ...{ networkId: row.networkId, groupId: row.groupId, mine: true, sequence: 0, changedAt: row.agreedAt },
      cancelledAt: null,
    })),
})

/** A meeting as it stands in a calendar: nothing of its agenda. */
export function dateOfMeeting(meeting: Meeting, circles: string[], mine: boolean): CalendarDate {
  const first = circles[0] ?? ''
  const title =
    meeting.title === first || circles.length === 0 ? meeting.title : `${circles.join(' and ')}: ${meeting.title}`
  return {
    ...{ uid: `meeting-${meeting.id}`, kind: 'meeting', title },
    ...{ starts: meeting.startsAt ?? meeting.plannedAt, ends: meeting.endsAt },
    where: [meeting.place, meeting.link].filter(Boolean).join(', '),
    ...{ href: `/meetings/${meeting.id}`, networkId: meeting.networkId, groupId: meeting.groupId, mine },
    ...{ sequence: meeting.sequence, changedAt: meeting.changedAt, cancelledAt: meeting.cancelledAt },
  }
}

/** The same for a letter about it. */
export async function dateForLetter(db: Db, meeting: Meeting): Promise<CalendarDate | undefined> {
  if (meeting.startsAt === null) return undefined
  const circles = await circlesOfMany(db, [meeting])
  return dateOfMeeting(meeting, circles.get(meeting.id) ?? [], true)
}
