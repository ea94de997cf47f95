import { type Expression, sql } from 'kysely'
import type { ListOrSlot } from '../database/in-the-same-words.js'
import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { Names } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import { now } from '../web/now.js'
import { listed } from '../words/words.js'
import { circlesById, placeOf, type Standing } from './circles/circles.js'
import { type MeetingReach, reachesMeeting, reachOf, type ReachOrSlots } from './reach.js'
import type { Circle, Meeting, MeetingPerson } from './tables.js'

export interface FoundMeeting extends Standing {
  meeting: Meeting
  /** Those that hold it: the one that called it first. */
  circles: Circle[]
  /** What is known of the reader at it. */
  mine: MeetingPerson | undefined
  isGuest: boolean
  wasPresent: boolean
  address: string
  names: Names
}

/** @throws NotFound for those who neither find its circle nor were invited */
export async function findMeeting(db: Db, person: Reader, id: string): Promise<FoundMeeting> {
  const meeting = await db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!meeting) throw new NotFound('meeting')
  const [reach, circles, mine] = await Promise.all([
    reachOf(db, person),
    circlesOfMeeting(db, meeting),
    db
      .selectFrom('meetingPeople')
      .selectAll()
      .where('meetingId', '=', id)
      .where('personId', '=', person.id)
      .executeTakeFirst(),
  ])
  const isGuest = mine?.invitedAt != null && reach.belongs.includes(meeting.networkId)
  const ids = circles.map(one => one.id)
  if (!reachesMeeting(reach, meeting, ids, isGuest)) throw new NotFound('meeting')
  const there = await placeOf(db, person, reach, meeting)
  return {
    ...there,
    meeting: there.names.read(meeting),
    circles: there.names.read(circles),
    mine,
    isGuest,
    wasPresent: mine?.attended === 'present',
    address: `/meetings/${id}`,
  }
}

export async function circlesOfMeeting(db: Db, { id, circleId }: Pick<Meeting, 'id' | 'circleId'>): Promise<Circle[]> {
  const rows = await db.selectFrom('meetingCircles').select('circleId').where('meetingId', '=', id).execute()
  const circles = await circlesById(
    db,
    rows.map(row => row.circleId),
  )
  return circles.sort((one, other) => Number(other.id === circleId) - Number(one.id === circleId))
}

/** Which circles hold it: `Strategic circle and Operational circle`. */
export function heldBy(circles: Pick<Circle, 'name'>[]): string {
  return listed(circles.map(one => one.name))
}

/** Of all meetings, those of which somebody may know: as `meetings` stands in the query. */
export function knownTo(reach: ReachOrSlots) {
  return sql<boolean>`(
    (meetings.group_id is null and meetings.network_id in ${some(reach.works)})
    or meetings.group_id in ${some(reach.groups)} or meetings.group_id in ${some(reach.facilitates)}
    or exists (select 1 from meeting_circles as held where held.meeting_id = meetings.id and held.circle_id in ${some(reach.circles)})
    or (meetings.network_id in ${some(reach.belongs)} and ${isInvited(reach)})
  )`
}

function some(ids: ListOrSlot): Expression<unknown> {
  return 'toOperationNode' in ids ? ids : sql`(${sql.join([...ids, ''])})`
}

/** Whether somebody is asked to come to it. */
export function asks(reach: ReachOrSlots) {
  return sql<number>`(case when exists (select 1 from meeting_circles as held where held.meeting_id = meetings.id
    and held.circle_id in ${some(reach.circles)}) or ${isInvited(reach)} then 1 else 0 end)`
}

/** Whether its minutes are for them to read: agreed, or they are in its circle or were there. */
export function minutesFor(reach: MeetingReach) {
  return sql<boolean>`(meetings.minutes_agreed_at is not null or (meetings.network_id not in (${sql.join([...reach.readsReleased, ''])})
    and (exists (select 1 from meeting_circles as held where held.meeting_id = meetings.id
      and held.circle_id in (${sql.join([...reach.circles, ''])})) or ${attendedBy(reach)})))`
}

/** Whether they were ticked as present, and may read what is confidential there. */
export function wasThere(reach: MeetingReach) {
  return sql<boolean>`(meetings.network_id not in (${sql.join([...reach.readsReleased, ''])}) and ${attendedBy(reach)})`
}

function isInvited({ personId }: Pick<ReachOrSlots, 'personId'>) {
  return sql<boolean>`exists (select 1 from meeting_people as guest where guest.meeting_id = meetings.id
    and guest.person_id = ${personId} and guest.invited_at is not null)`
}

function attendedBy({ personId }: MeetingReach) {
  return sql<boolean>`exists (select 1 from meeting_people as there where there.meeting_id = meetings.id
    and there.person_id = ${personId} and there.attended = 'present')`
}

/** Where a meeting stands, in a word. */
export function stateOf(meeting: Meeting, moment = now()): string {
  if (meeting.cancelledAt) return 'cancelled'
  if (meeting.startsAt === null) return 'finding a date'
  if (meeting.minutesAgreedAt) return 'minutes agreed'
  if (meeting.minutesOpenedAt) return 'minutes open for amendments'
  if (meeting.startsAt > moment) return meeting.agendaAgreedAt ? 'agenda agreed' : 'coming'
  return 'minutes being written'
}
