import type { Db } from '../../database.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import type { DatesOf } from '../../networks/year.js'
import { askedIn } from '../rounds/rounds.js'
import { mayLead } from '../permissions.js'
import type { ReviewRound } from '../tables.js'

/** The last day for answers: for those who are asked and those who lead. Whether it is still mine nobody else is told. */
export function answerByDate(round: ReviewRound, mine: boolean): CalendarDate {
  return {
    uid: `review-${round.id}`,
    kind: 'review',
    title: `Last day to answer: ${round.title}`,
    starts: round.answerBy,
    ends: null,
    where: '',
    href: `/networks/${round.networkId}/reviews/${round.id}`,
    networkId: round.networkId,
    groupId: null,
    mine,
    sequence: round.changes,
    changedAt: round.changedAt,
    cancelledAt: null,
  }
}

export const answerDays: DatesOf = async (db, person, networkIds, { from, until }) => {
  const rounds = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('networkId', 'in', [...networkIds, ''])
    .where('openedAt', 'is not', null)
    .where('closedAt', 'is', null)
    .where('answerBy', '>=', from)
    .where('answerBy', '<=', until)
    .execute()
  const asked = await askedIn(db, person, rounds)
  return rounds
    .filter(round => asked.has(round.id) || mayLead(person, round))
    .map(round => answerByDate(round, asked.has(round.id) && asked.get(round.id)!.answered !== 'done'))
}

/** The day on which they talk about it; where a meeting is linked, that stands in the calendar by itself. */
export const talkDays: DatesOf = async (db, person, networkIds, { from, until }) => {
  const rounds = await db
    .selectFrom('reviewRounds')
    .selectAll()
    .where('networkId', 'in', [...networkIds, ''])
    .where('meetingId', 'is', null)
    .where('talkOn', '>=', from)
    .where('talkOn', '<=', until)
    .execute()
  const asked = await askedIn(db, person, rounds)
  return rounds
    .filter(round => asked.has(round.id) || mayLead(person, round))
    .map(round => ({
      ...answerByDate(round, asked.has(round.id)),
      ...{ uid: `review-talk-${round.id}`, title: `Talk about it: ${round.title}`, starts: round.talkOn! },
      where: round.talkWhere,
    }))
}

/** What somebody took on, by its day. */
export const actionDays: DatesOf = async (db, person, networkIds, { from, until }) => {
  const works = networkIds.filter(id => person.works(id))
  const points = await pointsDue(db, works, from, until)
  return points.map(one => ({
    uid: `review-point-${one.id}`,
    kind: 'action',
    title: one.doing || one.what,
    starts: one.dueOn!,
    ends: null,
    where: '',
    href: `/networks/${one.networkId}/reviews/${one.roundId}/chosen/${one.id}`,
    networkId: one.networkId,
    groupId: null,
    mine: one.ownerId === person.id,
    sequence: one.changes,
    changedAt: one.changedAt,
    cancelledAt: one.letGoAt,
  }))
}

function pointsDue(db: Db, networkIds: string[], from: string, until: string) {
  return db
    .selectFrom('reviewChosen')
    .selectAll()
    .where('networkId', 'in', [...networkIds, ''])
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', until)
    .where('doneAt', 'is', null)
    .execute()
}

export const reviewDates = [answerDays, talkDays, actionDays]
