import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { byName } from '../../words/words.js'
import { membersOfAny } from '../circles/members.js'
import { aboutMeeting } from '../planning/planning.js'
import type { Circle, Meeting, MeetingPersonTable } from '../tables.js'

/** Somebody at a meeting: a member of its circles, a guest, or somebody who was in the circle then. */
export interface Attender {
  id: string
  name: string
  email: string
  isGuest: boolean
  says: MeetingPersonTable['says']
  attended: MeetingPersonTable['attended']
}

/** Everybody who is asked to a meeting, or was there, by name. */
export async function attendersOf(
  db: Db,
  meeting: Pick<Meeting, 'id'>,
  circles: Pick<Circle, 'id'>[],
): Promise<Attender[]> {
  const members = await membersOfAny(
    db,
    circles.map(one => one.id),
  )
  const rows = await db
    .selectFrom('meetingPeople')
    .innerJoin('people', 'people.id', 'meetingPeople.personId')
    .select(['people.id', 'people.name', 'people.email', 'people.disabledAt'])
    .select(['meetingPeople.invitedAt', 'meetingPeople.says', 'meetingPeople.attended'])
    .where('meetingPeople.meetingId', '=', meeting.id)
    .execute()
  const all = new Map<string, Attender>(
    members.map(({ id, name, email }) => [id, { id, name, email, isGuest: false, says: null, attended: null }]),
  )
  for (const { invitedAt, disabledAt, ...row } of rows) {
    const isMember = all.has(row.id)
    // Who left the circle is listed where they were, and asked to nothing.
    if (isMember || row.attended !== null || (invitedAt !== null && disabledAt === null))
      all.set(row.id, { ...row, isGuest: !isMember && invitedAt !== null })
  }
  return [...all.values()].sort(byName)
}

/** Those who get letters about a meeting: members and guests. */
export async function askedTo(db: Db, meeting: Pick<Meeting, 'id'>, circles: Pick<Circle, 'id'>[]) {
  const members = await membersOfAny(
    db,
    circles.map(one => one.id),
  )
  const guests = await db
    .selectFrom('meetingPeople')
    .innerJoin('people', 'people.id', 'meetingPeople.personId')
    .select(['people.id', 'people.name', 'people.email'])
    .where('meetingPeople.meetingId', '=', meeting.id)
    .where('meetingPeople.invitedAt', 'is not', null)
    .where('people.disabledAt', 'is', null)
    .execute()
  return [...new Map([...members, ...guests].map(one => [one.id, one])).values()]
}

/** Says beforehand whether one comes. */
export async function sayWhetherComing(trx: Trx, meeting: Meeting, person: Person, comes: boolean): Promise<void> {
  await put(trx, meeting, person.id, { says: comes ? 'comes' : 'cannot', saidAt: now() })
  await record(trx, { kind: 'said to come', by: person, comes, ...aboutMeeting(meeting) })
}

/** Invites somebody to one meeting, who belongs to none of its circles. */
export async function inviteGuest(trx: Trx, meeting: Meeting, person: Person, personId: string): Promise<void> {
  await put(trx, meeting, personId, { invitedAt: now(), invitedBy: person.id })
  await record(trx, { kind: 'guest invited to meeting', by: person, personId, ...aboutMeeting(meeting) })
}

/** Ticks who was there. @param attended by person; nobody else of those is touched */
export async function tickAttendance(
  trx: Trx,
  meeting: Meeting,
  person: Person,
  attended: Record<string, NonNullable<MeetingPersonTable['attended']>>,
): Promise<void> {
  for (const [personId, how] of Object.entries(attended))
    await put(trx, meeting, personId, { attended: how, attendedBy: person.id })
  await record(trx, { kind: 'attendance ticked', by: person, ...aboutMeeting(meeting) })
}

async function put(
  trx: Trx,
  meeting: Pick<Meeting, 'id'>,
  personId: string,
  change: Partial<Omit<MeetingPersonTable, 'meetingId' | 'personId'>>,
): Promise<void> {
  const nothing = { invitedAt: null, invitedBy: null, says: null, saidAt: null, attended: null, attendedBy: null }
  await trx
    .insertInto('meetingPeople')
    .values({ meetingId: meeting.id, personId, ...nothing, ...change })
    .onConflict(c => c.columns(['meetingId', 'personId']).doUpdateSet(change))
    .execute()
}
