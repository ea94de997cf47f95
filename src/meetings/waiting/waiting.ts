import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { beginningOf, dayOf, daysAfter, now } from '../../web/now.js'
import { quoted, waits } from '../../web/waiting.js'
import { day, plural } from '../../words/words.js'
import { asks, knownTo } from '../meetings.js'
import { reachOf } from '../reach.js'

/** Of each kind at once; what is done makes room for the next. */
const most = 20

/** What somebody agreed to do at a meeting, until it is done. */
export const meetingActionsToDo = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('meetingActions')
        .innerJoin('circles', 'circles.id', 'meetingActions.circleId')
        .select(['meetingActions.id', 'meetingActions.what', 'meetingActions.dueOn', 'meetingActions.networkId'])
        .select(['circles.name as circle', 'meetingActions.groupId'])
        .where('meetingActions.ownerId', '=', me)
        .where('meetingActions.settledAt', 'is', null)
        .orderBy('meetingActions.dueOn')
        .limit(most),
  ),
  says: async (rows, { db, person }) => {
    const { belongs } = await reachOf(db, person)
    return Promise.all(
      rows
        .filter(row => belongs.includes(row.networkId))
        .map(async row => {
          const { read } = row.groupId ? await person.namesIn(db, row.groupId) : { read: (words: string) => words }
          return {
            text: agreedInWords({ circle: row.circle, what: read(row.what) }),
            ...{ href: `/meeting-actions/${row.id}`, action: 'Say what came of it', due: row.dueOn },
            networkId: row.networkId,
            groupId: row.groupId,
          }
        }),
    )
  },
})

export function agreedInWords(one: { circle: string; what: string }): string {
  return `You agreed with “${one.circle}”: ${quoted(one.what)}`
}

/** A date that is being found: everybody who is asked says which they can. */
export const datesToAnswer = waits({
  asks: inTheSameWords(
    ({ db, person }: Around) => reachOf(db, person),
    (db, reach) =>
      db
        .selectFrom('meetings')
        .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.groupId'])
        .where('meetings.networkId', 'in', reach.belongs)
        .where('meetings.startsAt', 'is', null)
        .where('meetings.cancelledAt', 'is', null)
        .where(knownTo(reach))
        .where(asks(reach), '=', 1)
        .where(eb =>
          eb.exists(
            eb
              .selectFrom('meetingDates')
              .select('meetingDates.id')
              .whereRef('meetingDates.meetingId', '=', 'meetings.id')
              .where(date =>
                date.not(
                  date.exists(
                    date
                      .selectFrom('meetingDateAnswers')
                      .select('meetingDateAnswers.dateId')
                      .whereRef('meetingDateAnswers.dateId', '=', 'meetingDates.id')
                      .where('meetingDateAnswers.personId', '=', reach.personId),
                  ),
                ),
              ),
          ),
        )
        .orderBy('meetings.plannedAt')
        .limit(most),
  ),
  says: rows =>
    rows.map(row => ({
      text: `A date is being found for “${row.title}”.`,
      ...{
        href: `/meetings/${row.id}#dates`,
        action: 'Say when you can',
        networkId: row.networkId,
        groupId: row.groupId,
      },
    })),
})

/** A meeting that is near, of which they have not said whether they come. */
export const meetingsToAnswer = waits({
  asks: inTheSameWords(
    async ({ db, person, today }: Around) => ({
      ...(await reachOf(db, person)),
      now: now(),
      soon: beginningOf(daysAfter(today, 15)),
    }),
    (db, { now, soon, ...reach }) =>
      db
        .selectFrom('meetings')
        .leftJoin('meetingPeople', join =>
          join.onRef('meetingPeople.meetingId', '=', 'meetings.id').on('meetingPeople.personId', '=', reach.personId),
        )
        .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.groupId', 'meetings.startsAt'])
        .where('meetings.networkId', 'in', reach.belongs)
        .where('meetings.startsAt', '>=', now)
        .where('meetings.startsAt', '<', soon)
        .where('meetings.cancelledAt', 'is', null)
        .where('meetingPeople.says', 'is', null)
        .where(asks(reach), '=', 1)
        .orderBy('meetings.startsAt')
        .limit(most),
  ),
  says: rows =>
    rows.map(row => ({
      text: `“${row.title}” meets on ${day(row.startsAt)}. Do you come?`,
      ...{ href: `/meetings/${row.id}`, action: 'Say whether you come', due: dayOf(row.startsAt!) },
      networkId: row.networkId,
      groupId: row.groupId,
    })),
})

/** What was proposed to an agenda, for whoever chairs or notes that meeting. */
export const agendasToOrder = waits({
  asks: inTheSameWords(
    async ({ db, person }: Around) => ({ ...(await reachOf(db, person)), now: now() }),
    (db, { circles, personId, now }) =>
      db
        .selectFrom('agendaItems')
        .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
        .innerJoin('circles', 'circles.id', 'meetings.circleId')
        .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.groupId', 'meetings.circleId'])
        .select(eb => eb.fn.countAll().as('count'))
        .where('meetings.circleId', 'in', circles)
        .where('agendaItems.state', '=', 'proposed')
        .where('meetings.cancelledAt', 'is', null)
        .where('meetings.minutesOpenedAt', 'is', null)
        .where('meetings.startsAt', '>=', now)
        .where(eb =>
          eb.or([
            eb('meetings.chairId', '=', personId),
            eb('meetings.noteTakerId', '=', personId),
            eb('circles.chairId', '=', personId),
            eb('circles.noteTakerId', '=', personId),
          ]),
        )
        .groupBy(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.groupId', 'meetings.circleId'])
        .orderBy('meetings.startsAt')
        .limit(most),
  ),
  says: rows =>
    rows.map(row => ({
      text: `${plural(Number(row.count), 'item is', 'items are')} proposed for “${row.title}”.`,
      ...{
        href: `/meetings/${row.id}#agenda`,
        action: 'Put the agenda in order',
        networkId: row.networkId,
        groupId: row.groupId,
      },
    })),
})

/** A meeting that is over, for whoever takes its notes, or chairs where nobody does: until the minutes are open. */
export const minutesToWrite = waits({
  asks: inTheSameWords(
    async ({ db, person }: Around) => ({ ...(await reachOf(db, person)), now: now() }),
    (db, { circles, personId, now }) =>
      db
        .selectFrom('meetings')
        .innerJoin('circles', 'circles.id', 'meetings.circleId')
        .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.groupId', 'meetings.startsAt'])
        .where('meetings.circleId', 'in', circles)
        .where('meetings.endsAt', '<', now)
        .where('meetings.minutesOpenedAt', 'is', null)
        .where('meetings.minutesAgreedAt', 'is', null)
        .where('meetings.cancelledAt', 'is', null)
        .where(
          eb => eb.fn.coalesce('meetings.noteTakerId', 'circles.noteTakerId', 'meetings.chairId', 'circles.chairId'),
          '=',
          personId,
        )
        .orderBy('meetings.startsAt')
        .limit(most),
  ),
  says: rows =>
    rows.map(row => ({
      text: `“${row.title}”, ${day(row.startsAt)}, has no minutes yet that those who were there can read.`,
      ...{
        href: `/meetings/${row.id}/minutes`,
        action: 'Write the minutes',
        networkId: row.networkId,
        groupId: row.groupId,
      },
    })),
})

const daysToRead = 7

/** Minutes that are open, for those who were there: for a week, and as long as they have asked for no amendment. */
export const minutesToRead = waits({
  asks: inTheSameWords(
    async ({ db, person, today }: Around) => ({
      ...(await reachOf(db, person)),
      since: beginningOf(daysAfter(today, -daysToRead)),
    }),
    (db, { belongs, personId, since }) =>
      db
        .selectFrom('meetings')
        .innerJoin('meetingPeople', 'meetingPeople.meetingId', 'meetings.id')
        .select([
          'meetings.id',
          'meetings.title',
          'meetings.networkId',
          'meetings.groupId',
          'meetings.startsAt',
          'meetings.minutesOpenedAt',
        ])
        .where('meetings.networkId', 'in', belongs)
        .where('meetingPeople.personId', '=', personId)
        .where('meetingPeople.attended', '=', 'present')
        .where('meetings.minutesOpenedAt', '>=', since)
        .where('meetings.minutesOpenedBy', '<>', personId)
        .where('meetings.minutesAgreedAt', 'is', null)
        .where('meetings.cancelledAt', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('minuteAmendments')
                .select('minuteAmendments.id')
                .whereRef('minuteAmendments.meetingId', '=', 'meetings.id')
                .where('minuteAmendments.suggestedBy', '=', personId),
            ),
          ),
        )
        .orderBy('meetings.minutesOpenedAt')
        .limit(most),
  ),
  says: rows =>
    rows.map(row => ({
      text: `The minutes of “${row.title}”, ${day(row.startsAt)}, can be read and corrected.`,
      ...{
        href: `/meetings/${row.id}/minutes`,
        action: 'Read the minutes',
        networkId: row.networkId,
        groupId: row.groupId,
      },
      due: daysAfter(dayOf(row.minutesOpenedAt!), daysToRead),
    })),
})

/** Minutes that are open, for whoever chairs: amendments to answer, and once those who were there had a week, to agree. */
export const minutesToAgree = waits({
  asks: inTheSameWords(
    ({ db, person }: Around) => reachOf(db, person),
    (db, { circles, personId }) =>
      db
        .selectFrom('meetings')
        .innerJoin('circles', 'circles.id', 'meetings.circleId')
        .select([
          'meetings.id',
          'meetings.title',
          'meetings.networkId',
          'meetings.groupId',
          'meetings.startsAt',
          'meetings.minutesOpenedAt',
        ])
        .select(eb =>
          eb
            .selectFrom('minuteAmendments')
            .select(count => count.fn.countAll().as('count'))
            .whereRef('minuteAmendments.meetingId', '=', 'meetings.id')
            .where('minuteAmendments.answer', 'is', null)
            .as('amendments'),
        )
        .where('meetings.circleId', 'in', circles)
        .where('meetings.minutesOpenedAt', 'is not', null)
        .where('meetings.minutesAgreedAt', 'is', null)
        .where('meetings.cancelledAt', 'is', null)
        .where(eb => eb.or([eb('meetings.chairId', '=', personId), eb('circles.chairId', '=', personId)]))
        .orderBy('meetings.minutesOpenedAt')
        .limit(most),
  ),
  says: (rows, { today }) =>
    rows.flatMap(row => {
      const amendments = Number(row.amendments)
      if (amendments === 0 && dayOf(row.minutesOpenedAt!) > daysAfter(today, -7)) return []
      const asked = plural(amendments, 'amendment is', 'amendments are')
      return [
        {
          text:
            amendments > 0
              ? `${asked} asked for in the minutes of “${row.title}”, ${day(row.startsAt)}.`
              : `The minutes of “${row.title}”, ${day(row.startsAt)}, have been open for a week.`,
          ...{ href: `/meetings/${row.id}/minutes`, networkId: row.networkId, groupId: row.groupId },
          action: amendments > 0 ? 'Answer it' : 'Agree the minutes',
        },
      ]
    }),
})
