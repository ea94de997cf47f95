import type { Db } from '../../database.js'
import { inTheSameWords, type ValueOrSlot } from '../../database/in-the-same-words.js'
import type { CalendarDate } from '../../icalendar/calendar-date.js'
import { tellsDates } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { isStillAsked, mayLead } from '../permissions.js'
import type { ReviewRound, Stands } from '../tables.js'

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
    ({ person, networkIds, from, until }) => ({ me: person.id, networks: networkIds, from, until }),
    (db, { me, networks, from, until }) =>
      roundsAskedOf(db, me)
        .where('networkId', 'in', networks)
        .where('openedAt', 'is not', null)
        .where('closedAt', 'is', null)
        .where('answerBy', '>=', from)
        .where('answerBy', '<=', until),
  ),
  says: (rounds, { person }) =>
    rounds
      .filter(round => isAsked(person, round) || mayLead(person, round))
      .map(round => answerByDate(round, isAsked(person, round) && round.answered !== 'done')),
})

/** The day on which they talk about it; where a meeting is linked, that stands in the calendar by itself. */
export const talkDays = tellsDates({
  asks: inTheSameWords(
    ({ person, networkIds, from, until }) => ({ me: person.id, networks: networkIds, from, until }),
    (db, { me, networks, from, until }) =>
      roundsAskedOf(db, me)
        .where('networkId', 'in', networks)
        .where('meetingId', 'is', null)
        .where('talkOn', '>=', from)
        .where('talkOn', '<=', until),
  ),
  says: (rounds, { person }) =>
    rounds
      .filter(round => isAsked(person, round) || mayLead(person, round))
      .map(round => ({
        ...answerByDate(round, isAsked(person, round)),
        ...{ uid: `review-talk-${round.id}`, title: `Talk about it: ${round.title}`, starts: round.talkOn! },
        where: round.talkWhere,
      })),
})

/** Rounds, each with how this person is asked in it. */
function roundsAskedOf(db: Db, me: ValueOrSlot) {
  return db
    .selectFrom('reviewRounds')
    .leftJoin('reviewAsked', join =>
      join.onRef('reviewAsked.roundId', '=', 'reviewRounds.id').on('reviewAsked.personId', '=', me),
    )
    .selectAll('reviewRounds')
    .select(['reviewAsked.stands', 'reviewAsked.answered'])
}

function isAsked(person: Person, { networkId, stands }: { networkId: string; stands: Stands | null }): boolean {
  return isStillAsked(person, { networkId }, stands && { stands })
}

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
