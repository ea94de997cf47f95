import type { Db } from '../../database.js'
import { readers } from '../../reach/readers.js'

/**
 * Who may come upon things of circles, as the index knows them: those who work in the network or are in the group, and whoever was
 * invited by name. Rather one too many: the finders decide.
 */
export async function readersOfCircles(db: Db, circleIds: string[]): Promise<Map<string, string[]>> {
  if (circleIds.length === 0) return new Map()
  const [circles, people] = await Promise.all([
    db.selectFrom('circles').select(['id', 'networkId', 'groupId']).where('id', 'in', circleIds).execute(),
    db
      .selectFrom('circlePeople')
      .select(['circleId', 'personId'])
      .distinct()
      .where('circleId', 'in', circleIds)
      .where('endedAt', 'is', null)
      .where('how', '<>', 'stays out')
      .orderBy('personId')
      .execute(),
  ])
  return new Map(
    circles.map(circle => [
      circle.id,
      [
        ...(circle.groupId === null
          ? [readers.staff(circle.networkId)]
          : [readers.member(circle.groupId), readers.facilitator(circle.groupId)]),
        ...people.filter(one => one.circleId === circle.id).map(one => readers.author(one.personId)),
      ],
    ]),
  )
}

/** The same for things of meetings: of all circles that hold it, and its guests. */
export async function readersOfMeetings(db: Db, meetingIds: string[]): Promise<Map<string, string[]>> {
  if (meetingIds.length === 0) return new Map()
  const held = await db.selectFrom('meetingCircles').selectAll().where('meetingId', 'in', meetingIds).execute()
  const ofCircles = await readersOfCircles(db, [...new Set(held.map(row => row.circleId))])
  const guests = await db
    .selectFrom('meetingPeople')
    .select(['meetingId', 'personId'])
    .where('meetingId', 'in', meetingIds)
    .where(eb => eb.or([eb('invitedAt', 'is not', null), eb('attended', '=', 'present')]))
    .orderBy('personId')
    .execute()
  return new Map(
    meetingIds.map(id => {
      const circles = held.filter(row => row.meetingId === id).flatMap(row => ofCircles.get(row.circleId) ?? [])
      const own = guests.filter(row => row.meetingId === id).map(row => readers.author(row.personId))
      return [id, [...new Set([...circles, ...own])].sort()]
    }),
  )
}

/** Of what is confidential to those present: they alone. */
export async function presentAt(db: Db, meetingIds: string[]): Promise<Map<string, string[]>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('meetingPeople')
    .select(['meetingId', 'personId'])
    .where('meetingId', 'in', meetingIds)
    .where('attended', '=', 'present')
    .orderBy('personId')
    .execute()
  return new Map(
    meetingIds.map(id => [id, rows.filter(row => row.meetingId === id).map(row => readers.author(row.personId))]),
  )
}

/** The meetings that circles hold or held. */
export async function meetingsOfCircle(db: Db, circleId: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('meetingCircles')
    .select('meetingId')
    .where('circleId', '=', circleId ?? '')
    .execute()
  return rows.map(row => row.meetingId)
}
