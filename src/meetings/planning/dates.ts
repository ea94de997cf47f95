import type { Db, Trx } from '../../database.js'
import { NotFound } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Meeting } from '../tables.js'
import { aboutMeeting, type MeetingTime } from './planning.js'

export type Can = 'yes' | 'if need be' | 'no'

/** A date that is offered, and who can. */
export interface OfferedDate extends MeetingTime {
  id: string
  answers: Map<string, Can>
  yes: number
  ifNeedBe: number
  no: number
  /** One that most can: several are, where as many can. */
  suggested: boolean
}

/** The dates that are offered, in their order. */
export async function offeredDates(db: Db, meeting: Pick<Meeting, 'id'>): Promise<OfferedDate[]> {
  const rows = await db
    .selectFrom('meetingDates')
    .select(['id', 'startsAt', 'endsAt'])
    .where('meetingId', '=', meeting.id)
    .orderBy('startsAt')
    .execute()
  const answers = await db
    .selectFrom('meetingDateAnswers')
    .innerJoin('meetingDates', 'meetingDates.id', 'meetingDateAnswers.dateId')
    .selectAll('meetingDateAnswers')
    .where('meetingDates.meetingId', '=', meeting.id)
    .execute()
  const dates = rows.map(row => {
    const own = answers.filter(one => one.dateId === row.id)
    const count = (can: Can) => own.filter(one => one.can === can).length
    return {
      ...row,
      answers: new Map(own.map(one => [one.personId, one.can])),
      ...{ yes: count('yes'), ifNeedBe: count('if need be'), no: count('no'), suggested: false },
    }
  })
  const best = [...dates].sort(byHowManyCan)[0]
  if (best && best.yes + best.ifNeedBe > 0) for (const one of dates) one.suggested = byHowManyCan(one, best) === 0
  return dates
}

/** First how many can at all, then how many of them gladly. */
function byHowManyCan(one: OfferedDate, other: OfferedDate): number {
  return other.yes + other.ifNeedBe - (one.yes + one.ifNeedBe) || other.yes - one.yes
}

/** Offers dates; those that stand already keep their answers. */
export async function offerDates(trx: Trx, meeting: Meeting, person: Person, times: MeetingTime[]): Promise<void> {
  const there = await offeredDates(trx, meeting)
  const wanted = (one: MeetingTime) => times.some(time => time.startsAt === one.startsAt && time.endsAt === one.endsAt)
  for (const { id } of there.filter(one => !wanted(one))) {
    await trx.deleteFrom('meetingDateAnswers').where('dateId', '=', id).execute()
    await trx.deleteFrom('meetingDates').where('id', '=', id).execute()
  }
  const offered = new Set(there.map(one => `${one.startsAt} ${one.endsAt}`))
  for (const time of times) {
    if (offered.has(`${time.startsAt} ${time.endsAt}`)) continue
    offered.add(`${time.startsAt} ${time.endsAt}`)
    await trx
      .insertInto('meetingDates')
      .values({ id: newId(), meetingId: meeting.id, ...time, offeredAt: now(), offeredBy: person.id })
      .execute()
  }
  await record(trx, { kind: 'dates offered', by: person, ...aboutMeeting(meeting) })
}

/** Says for each date whether one can. @throws NotFound for a date of another meeting */
export async function sayWhen(trx: Trx, meeting: Meeting, person: Person, answers: Record<string, Can>): Promise<void> {
  const dates = await offeredDates(trx, meeting)
  for (const [dateId, can] of Object.entries(answers)) {
    if (!dates.some(date => date.id === dateId)) throw new NotFound('date')
    await trx
      .insertInto('meetingDateAnswers')
      .values({ dateId, personId: person.id, can, saidAt: now() })
      .onConflict(c => c.columns(['dateId', 'personId']).doUpdateSet({ can, saidAt: now() }))
      .execute()
  }
}

/** One of the dates becomes the meeting’s. Who could then is taken to come. @throws NotFound */
export async function chooseDate(trx: Trx, meeting: Meeting, person: Person, dateId: string): Promise<void> {
  const date = (await offeredDates(trx, meeting)).find(one => one.id === dateId)
  if (!date) throw new NotFound('date')
  const { startsAt, endsAt } = date
  await trx
    .updateTable('meetings')
    .set({ startsAt, endsAt, changedAt: now(), sequence: meeting.sequence + 1 })
    .where('id', '=', meeting.id)
    .execute()
  for (const [personId, can] of date.answers) {
    const says = can === 'no' ? ('cannot' as const) : ('comes' as const)
    await trx
      .insertInto('meetingPeople')
      .values({
        ...{ meetingId: meeting.id, personId, invitedAt: null, invitedBy: null, says, saidAt: now() },
        ...{ attended: null, attendedBy: null },
      })
      .onConflict(c => c.columns(['meetingId', 'personId']).doUpdateSet({ says, saidAt: now() }))
      .execute()
  }
  await record(trx, { kind: 'date of meeting found', by: person, ...aboutMeeting(meeting) })
}
