import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { now } from '../../web/now.js'
import { asks, knownTo, stateOf } from '../meetings.js'
import type { MeetingReach } from '../reach.js'
import type { Meeting } from '../tables.js'
import { whenInWords } from '../words.js'

/** A meeting as it stands in a list. */
export interface MeetingLine {
  id: string
  title: string
  /** The circle that called it, and those that hold it together with it. */
  circles: string[]
  startsAt: string | null
  when: string
  place: string
  state: string
  /** Whether the reader is asked to come to it, or was. */
  mine: boolean
  isOver: boolean
  cancelled: boolean
}

export interface MeetingFilter {
  networkId?: string
  circleId?: string
  groupId?: string
  when?: 'coming' | 'past'
  /** Only those to which the reader is asked. */
  mine?: boolean
}

/** Of all meetings those that somebody may know of; what comes begins with the next, what was with the last. */
export async function meetingLines(
  db: Db,
  person: Reader,
  reach: MeetingReach,
  filter: MeetingFilter,
  page: { from: number; most: number },
): Promise<MeetingLine[]> {
  const order = filter.when === 'coming' ? 'asc' : 'desc'
  const rows = await asked(db, reach, filter)
    .selectAll('meetings')
    .select(asks(reach).as('mine'))
    .orderBy('meetings.startsAt', order)
    .orderBy('meetings.plannedAt')
    .limit(page.most)
    .offset(page.from)
    .execute()
  const circles = await circlesOfMany(db, rows)
  const moment = now()
  return Promise.all(
    rows.map(async row => {
      const line = lineOf(row, circles.get(row.id) ?? [], Number(row.mine) === 1, moment)
      return row.groupId === null ? line : (await person.namesIn(db, row.groupId)).read(line)
    }),
  )
}

export async function countMeetings(db: Db, reach: MeetingReach, filter: MeetingFilter): Promise<number> {
  const { count } = await asked(db, reach, filter)
    .select(eb => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function asked(db: Db, reach: MeetingReach, { networkId, circleId, groupId, when, mine }: MeetingFilter) {
  let query = db.selectFrom('meetings').where(knownTo(reach))
  if (groupId) query = query.where('meetings.groupId', '=', groupId)
  if (networkId) query = query.where('meetings.networkId', '=', networkId).where('meetings.groupId', 'is', null)
  if (circleId)
    query = query.where('meetings.id', 'in', eb =>
      eb.selectFrom('meetingCircles').select('meetingId').where('meetingCircles.circleId', '=', circleId),
    )
  // What has no date yet is still to come.
  if (when === 'coming')
    query = query.where(eb => eb.or([eb('meetings.endsAt', '>=', now()), eb('meetings.startsAt', 'is', null)]))
  if (when === 'past') query = query.where('meetings.endsAt', '<', now())
  if (mine) query = query.where(asks(reach), '=', 1)
  return query
}

/** The names of the circles that hold each of these meetings, the one that called it first. */
export async function circlesOfMany(
  db: Db,
  meetings: Pick<Meeting, 'id' | 'circleId'>[],
): Promise<Map<string, string[]>> {
  if (meetings.length === 0) return new Map()
  const rows = await db
    .selectFrom('meetingCircles')
    .innerJoin('circles', 'circles.id', 'meetingCircles.circleId')
    .select(['meetingCircles.meetingId', 'circles.id', 'circles.name'])
    .where(
      'meetingCircles.meetingId',
      'in',
      meetings.map(one => one.id),
    )
    .orderBy('circles.name')
    .execute()
  return new Map(
    meetings.map(({ id, circleId }) => {
      const own = rows.filter(row => row.meetingId === id)
      const first = (row: (typeof own)[number]) => (row.id === circleId ? 0 : 1)
      return [id, own.sort((one, other) => first(one) - first(other)).map(row => row.name)]
    }),
  )
}

function lineOf(meeting: Meeting, circles: string[], mine: boolean, moment: string): MeetingLine {
  return {
    ...{ id: meeting.id, title: meeting.title, circles, startsAt: meeting.startsAt, place: meeting.place, mine },
    ...{ when: whenInWords(meeting), state: stateOf(meeting, moment), cancelled: meeting.cancelledAt !== null },
    isOver: meeting.endsAt !== null && meeting.endsAt < moment,
  }
}
