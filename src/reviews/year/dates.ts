import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
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

export const answerDays = tellsDates({
  asks: inTheSameWords(
    ({ networkIds, from, until }) => ({ networks: networkIds, from, until }),
    (db, { networks, from, until }) =>
      db
        .selectFrom('reviewRounds')
        .selectAll()
        .where('networkId', 'in', networks)
        .where('openedAt', 'is not', null)
        .where('closedAt', 'is', null)
        .where('answerBy', '>=', from)
        .where('answerBy', '<=', until),
  ),
  async says(rounds, { db, person }) {
    const asked = await askedIn(db, person, rounds)
    return rounds
      .filter(round => asked.has(round.id) || mayLead(person, round))
      .map(round => answerByDate(round, asked.has(round.id) && asked.get(round.id)!.answered !== 'done'))
  },
})

/** The day on which they talk about it; where a meeting is linked, that stands in the calendar by itself. */
export const talkDays = tellsDates({
  asks: inTheSameWords(
    ({ networkIds, from, until }) => ({ networks: networkIds, from, until }),
    (db, { networks, from, until }) =>
      db
        .selectFrom('reviewRounds')
        .selectAll()
        .where('networkId', 'in', networks)
        .where('meetingId', 'is', null)
        .where('talkOn', '>=', from)
        .where('talkOn', '<=', until),
  ),
  async says(rounds, { db, person }) {
    const asked = await askedIn(db, person, rounds)
    return rounds
      .filter(round => asked.has(round.id) || mayLead(person, round))
      .map(round => ({
        ...answerByDate(round, asked.has(round.id)),
        ...{ uid: `review-talk-${round.id}`, title: `Talk about it: ${round.title}`, starts: round.talkOn! },
        where: round.talkWhere,
      }))
  },
})

/** What somebody took on, by its day. */
export const actionDays = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ works: networkIds.filter(id => person.works(id)), from, until }),
    (db, { works, from, until }) =>
      db
        .selectFrom('reviewChosen')
        .selectAll()
        .where('networkId', 'in', works)
        .where('dueOn', '>=', from)
        .where('dueOn', '<=', until)
        .where('doneAt', 'is', null),
  ),
  says: (points, { person }) =>
    points.map(one => ({
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
    })),
})

export const reviewDates = [answerDays, talkDays, actionDays]
