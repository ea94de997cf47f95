import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { bringBackWhatWasPutOff } from '../agenda/putting-off.js'
import type { Circle, Meeting } from '../tables.js'

export interface MeetingWords {
  title: string
  about: string
  place: string
  link: string
  chairId: string | null
  noteTakerId: string | null
}

export interface MeetingTime {
  startsAt: string
  endsAt: string
}

/** What facts say of a meeting that they are about. */
export function aboutMeeting(meeting: Pick<Meeting, 'id' | 'networkId' | 'groupId'>) {
  return { networkId: meeting.networkId, groupId: meeting.groupId, aboutKind: 'meeting', aboutId: meeting.id }
}

/**
 * Plans a meeting of a circle, which other circles of the same network may hold together with it.
 * @param time null while a date is being found
 * @param also what of it: `silent` writes no letters, for those who tell of it otherwise
 */
export async function planMeeting(
  trx: Trx,
  circle: Pick<Circle, 'id' | 'networkId' | 'groupId' | 'name' | 'chairId' | 'noteTakerId'>,
  person: Person,
  words: Partial<MeetingWords>,
  time: MeetingTime | null,
  also: { withCircles?: string[]; silent?: true } = {},
): Promise<string> {
  const id = newId()
  const meeting = {
    ...{ id, networkId: circle.networkId, circleId: circle.id, groupId: circle.groupId },
    ...{
      title: words.title || circle.name,
      about: words.about ?? '',
      place: words.place ?? '',
      link: words.link ?? '',
    },
    ...{ chairId: words.chairId ?? circle.chairId, noteTakerId: words.noteTakerId ?? circle.noteTakerId },
    ...{ startsAt: time?.startsAt ?? null, endsAt: time?.endsAt ?? null, changedAt: now() },
    ...{ plannedAt: now(), plannedBy: person.id, cancelledAt: null, cancelledBy: null },
    ...{ agendaAgreedAt: null, agendaAgreedBy: null, papersReadyAt: null, minutesOpenedAt: null },
    ...{ minutesOpenedBy: null, minutesAgreedAt: null, minutesAgreedBy: null },
  }
  await trx.insertInto('meetings').values(meeting).execute()
  await holdTogether(trx, meeting, also.withCircles ?? [])
  await trx.insertInto('agendaItems').values(lastTime(id, person)).execute()
  await bringBackWhatWasPutOff(trx, meeting, person)
  const silent = also.silent ? { silent: true as const } : {}
  await record(trx, { kind: 'meeting planned', by: person, ...silent, ...aboutMeeting(meeting) })
  return id
}

/** The circles that hold a meeting: the one that called it, and others of the same network. */
async function holdTogether(
  trx: Trx,
  meeting: Pick<Meeting, 'id' | 'circleId' | 'networkId' | 'groupId'>,
  ids: string[],
) {
  const others =
    meeting.groupId !== null || ids.length === 0
      ? []
      : await trx
          .selectFrom('circles')
          .select('id')
          .where('id', 'in', ids)
          .where('networkId', '=', meeting.networkId)
          .where('groupId', 'is', null)
          .where('closedAt', 'is', null)
          .execute()
  const all = [...new Set([meeting.circleId, ...others.map(one => one.id)])]
  await trx.deleteFrom('meetingCircles').where('meetingId', '=', meeting.id).execute()
  await trx
    .insertInto('meetingCircles')
    .values(all.map(circleId => ({ meetingId: meeting.id, circleId })))
    .execute()
}

/** What every agenda begins with as soon as there was a meeting before: its minutes, and what was agreed to do. */
function lastTime(meetingId: string, person: Person) {
  return {
    ...{ id: newId(), meetingId, kind: 'last time' as const, position: 0, title: 'Last time' },
    ...{ why: '', minutes: 10, broughtBy: null, proposedAt: now(), proposedBy: person.id },
    ...{ state: 'accepted' as const, settledAt: now(), settledBy: person.id, confidentialAt: null },
    ...{ confidentialBy: null, fromItemId: null },
  }
}

/** Title, place, who chairs and who notes it. A new place is for calendars what a new time is. */
export async function changeMeeting(
  trx: Trx,
  meeting: Meeting,
  person: Person,
  words: MeetingWords,
  withCircles: string[],
): Promise<void> {
  const isElsewhere = words.place !== meeting.place || words.link !== meeting.link
  await trx
    .updateTable('meetings')
    .set({ ...words, changedAt: now(), sequence: meeting.sequence + (isElsewhere ? 1 : 0) })
    .where('id', '=', meeting.id)
    .execute()
  await holdTogether(trx, meeting, withCircles)
  await record(trx, { kind: 'meeting changed', by: person, ...aboutMeeting(meeting) })
}

/** Moves a meeting to another time. */
export async function moveMeeting(trx: Trx, meeting: Meeting, person: Person, time: MeetingTime): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({ ...time, changedAt: now(), sequence: meeting.sequence + 1 })
    .where('id', '=', meeting.id)
    .execute()
  await record(trx, { kind: 'meeting moved', by: person, before: meeting.startsAt, ...aboutMeeting(meeting) })
}

export async function cancelMeeting(trx: Trx, meeting: Meeting, person: Person, because: string): Promise<void> {
  await trx
    .updateTable('meetings')
    .set({
      ...{ cancelledAt: now(), cancelledBy: person.id, cancelledBecause: because },
      ...{ changedAt: now(), sequence: meeting.sequence + 1 },
    })
    .where('id', '=', meeting.id)
    .execute()
  await record(trx, { kind: 'meeting cancelled', by: person, ...aboutMeeting(meeting) })
}
