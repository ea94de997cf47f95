import type { Around } from '../../enquiries/around.js'
import { beginningOf, dayOf, daysAfter, now } from '../../web/now.js'
import { quoted, type WaitingKind } from '../../web/waiting.js'
import { day, plural } from '../../words/words.js'
import { asks, knownTo } from '../meetings.js'
import { reachOf } from '../reach.js'

/** Of each kind at once; what is done makes room for the next. */
const most = 20

/** What somebody agreed to do at a meeting, until it is done. */
export const meetingActionsToDo: WaitingKind<Around> = async ({ db, person }) => {
  const rows = await db
    .selectFrom('meetingActions')
    .innerJoin('circles', 'circles.id', 'meetingActions.circleId')
    .select(['meetingActions.id', 'meetingActions.what', 'meetingActions.dueOn', 'meetingActions.networkId'])
    .select(['circles.name as circle', 'meetingActions.groupId'])
    .where('meetingActions.ownerId', '=', person.id)
    .where('meetingActions.settledAt', 'is', null)
    .orderBy('meetingActions.dueOn')
    .limit(most)
    .execute()
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
        }
      }),
  )
}

export function agreedInWords(one: { circle: string; what: string }): string {
  return `You agreed with “${one.circle}”: ${quoted(one.what)}`
}

/** A date that is being found: everybody who is asked says which they can. */
export const datesToAnswer: WaitingKind<Around> = async ({ db, person }) => {
  const reach = await reachOf(db, person)
  const rows = await db
    .selectFrom('meetings')
    .select(['meetings.id', 'meetings.title', 'meetings.networkId'])
    .where('meetings.networkId', 'in', [...reach.belongs, ''])
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
                  .where('meetingDateAnswers.personId', '=', person.id),
              ),
            ),
          ),
      ),
    )
    .orderBy('meetings.plannedAt')
    .limit(most)
    .execute()
  return rows.map(row => ({
    text: `A date is being found for “${row.title}”.`,
    ...{ href: `/meetings/${row.id}#dates`, action: 'Say when you can', networkId: row.networkId },
  }))
}

/** A meeting that is near, of which they have not said whether they come. */
export const meetingsToAnswer: WaitingKind<Around> = async ({ db, person, today }) => {
  const reach = await reachOf(db, person)
  const rows = await db
    .selectFrom('meetings')
    .leftJoin('meetingPeople', join =>
      join.onRef('meetingPeople.meetingId', '=', 'meetings.id').on('meetingPeople.personId', '=', person.id),
    )
    .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.startsAt'])
    .where('meetings.networkId', 'in', [...reach.belongs, ''])
    .where('meetings.startsAt', '>=', now())
    .where('meetings.startsAt', '<', beginningOf(daysAfter(today, 15)))
    .where('meetings.cancelledAt', 'is', null)
    .where('meetingPeople.says', 'is', null)
    .where(asks(reach), '=', 1)
    .orderBy('meetings.startsAt')
    .limit(most)
    .execute()
  return rows.map(row => ({
    text: `“${row.title}” meets on ${day(row.startsAt)}. Do you come?`,
    ...{ href: `/meetings/${row.id}`, action: 'Say whether you come', due: dayOf(row.startsAt!) },
    networkId: row.networkId,
  }))
}

/** What was proposed to an agenda, for whoever chairs or notes that meeting. */
export const agendasToOrder: WaitingKind<Around> = async ({ db, person }) => {
  const reach = await reachOf(db, person)
  const rows = await db
    .selectFrom('agendaItems')
    .innerJoin('meetings', 'meetings.id', 'agendaItems.meetingId')
    .innerJoin('circles', 'circles.id', 'meetings.circleId')
    .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.circleId'])
    .select(eb => eb.fn.countAll().as('count'))
    .where('meetings.circleId', 'in', [...reach.circles, ''])
    .where('agendaItems.state', '=', 'proposed')
    .where('meetings.cancelledAt', 'is', null)
    .where('meetings.minutesOpenedAt', 'is', null)
    .where('meetings.startsAt', '>=', now())
    .where(eb =>
      eb.or([
        eb('meetings.chairId', '=', person.id),
        eb('meetings.noteTakerId', '=', person.id),
        eb('circles.chairId', '=', person.id),
        eb('circles.noteTakerId', '=', person.id),
      ]),
    )
    .groupBy(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.circleId'])
    .orderBy('meetings.startsAt')
    .limit(most)
    .execute()
  return rows.map(row => ({
    text: `${plural(Number(row.count), 'item is', 'items are')} proposed for “${row.title}”.`,
    ...{ href: `/meetings/${row.id}#agenda`, action: 'Put the agenda in order', networkId: row.networkId },
  }))
}

/** A meeting that is over, for whoever takes its notes, or chairs where nobody does: until the minutes are open. */
export const minutesToWrite: WaitingKind<Around> = async ({ db, person }) => {
  const reach = await reachOf(db, person)
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('circles', 'circles.id', 'meetings.circleId')
    .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.startsAt'])
    .where('meetings.circleId', 'in', [...reach.circles, ''])
    .where('meetings.endsAt', '<', now())
    .where('meetings.minutesOpenedAt', 'is', null)
    .where('meetings.minutesAgreedAt', 'is', null)
    .where('meetings.cancelledAt', 'is', null)
    .where(
      eb => eb.fn.coalesce('meetings.noteTakerId', 'circles.noteTakerId', 'meetings.chairId', 'circles.chairId'),
      '=',
      person.id,
    )
    .orderBy('meetings.startsAt')
    .limit(most)
    .execute()
  return rows.map(row => ({
    text: `“${row.title}”, ${day(row.startsAt)}, has no minutes yet that those who were there can read.`,
    ...{ href: `/meetings/${row.id}/minutes`, action: 'Write the minutes', networkId: row.networkId },
  }))
}

const daysToRead = 7

/** Minutes that are open, for those who were there: for a week, and as long as they have asked for no amendment. */
export const minutesToRead: WaitingKind<Around> = async ({ db, person, today }) => {
  const { belongs } = await reachOf(db, person)
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('meetingPeople', 'meetingPeople.meetingId', 'meetings.id')
    .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.startsAt', 'meetings.minutesOpenedAt'])
    .where('meetings.networkId', 'in', [...belongs, ''])
    .where('meetingPeople.personId', '=', person.id)
    .where('meetingPeople.attended', '=', 'present')
    .where('meetings.minutesOpenedAt', '>=', beginningOf(daysAfter(today, -daysToRead)))
    .where('meetings.minutesOpenedBy', '<>', person.id)
    .where('meetings.minutesAgreedAt', 'is', null)
    .where('meetings.cancelledAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('minuteAmendments')
            .select('minuteAmendments.id')
            .whereRef('minuteAmendments.meetingId', '=', 'meetings.id')
            .where('minuteAmendments.suggestedBy', '=', person.id),
        ),
      ),
    )
    .orderBy('meetings.minutesOpenedAt')
    .limit(most)
    .execute()
  return rows.map(row => ({
    text: `The minutes of “${row.title}”, ${day(row.startsAt)}, can be read and corrected.`,
    ...{ href: `/meetings/${row.id}/minutes`, action: 'Read the minutes', networkId: row.networkId },
    due: daysAfter(dayOf(row.minutesOpenedAt!), daysToRead),
  }))
}

/** Minutes that are open, for whoever chairs: amendments to answer, and once those who were there had a week, to agree. */
export const minutesToAgree: WaitingKind<Around> = async ({ db, person, today }) => {
  const reach = await reachOf(db, person)
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('circles', 'circles.id', 'meetings.circleId')
    .select(['meetings.id', 'meetings.title', 'meetings.networkId', 'meetings.startsAt', 'meetings.minutesOpenedAt'])
    .select(eb =>
      eb
        .selectFrom('minuteAmendments')
        .select(count => count.fn.countAll().as('count'))
        .whereRef('minuteAmendments.meetingId', '=', 'meetings.id')
        .where('minuteAmendments.answer', 'is', null)
        .as('amendments'),
    )
    .where('meetings.circleId', 'in', [...reach.circles, ''])
    .where('meetings.minutesOpenedAt', 'is not', null)
    .where('meetings.minutesAgreedAt', 'is', null)
    .where('meetings.cancelledAt', 'is', null)
    .where(eb => eb.or([eb('meetings.chairId', '=', person.id), eb('circles.chairId', '=', person.id)]))
    .orderBy('meetings.minutesOpenedAt')
    .limit(most)
    .execute()
  return rows.flatMap(row => {
    const amendments = Number(row.amendments)
    if (amendments === 0 && dayOf(row.minutesOpenedAt!) > daysAfter(today, -7)) return []
    const asked = plural(amendments, 'amendment is', 'amendments are')
    return [
      {
        text:
          amendments > 0
            ? `${asked} asked for in the minutes of “${row.title}”, ${day(row.startsAt)}.`
            : `The minutes of “${row.title}”, ${day(row.startsAt)}, have been open for a week.`,
        ...{ href: `/meetings/${row.id}/minutes`, networkId: row.networkId },
        action: amendments > 0 ? 'Answer it' : 'Agree the minutes',
      },
    ]
  })
}
