import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'
import { daysAfter } from '../../web/now.js'
import { day } from '../../words/words.js'

/** After a day with visitors the host says who came. */
export const visitsToConfirm = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, today, since: daysAfter(today, -28) }),
    (db, { me, today, since }) =>
      db
        .selectFrom('visitSlots')
        .innerJoin('visits', 'visits.id', 'visitSlots.visitId')
        .select(['visitSlots.id as slotId', 'visitSlots.day', 'visits.id', 'visits.title', 'visits.networkId'])
        .where('visits.offeredBy', '=', me)
        .where('visits.kind', '=', 'offered')
        .where('visitSlots.heldAt', 'is', null)
        .where('visitSlots.cancelledAt', 'is', null)
        .where('visitSlots.lastDay', '<', today)
        .where('visitSlots.lastDay', '>=', since)
        .where('visitSlots.taken', '>', 0),
  ),
  says: rows =>
    rows.map((row): Waiting => ({
      text: `Visitors were booked in on ${day(row.day)}, for ${quoted(row.title)}. Who came?`,
      href: `/networks/${row.networkId}/visits/${row.id}/slots/${row.slotId}/attendance`,
      action: 'Say who came',
      networkId: row.networkId,
    })),
})

/** A head whose school is asked by name. */
export const wishesToAnswer = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({
      headed: person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? []),
    }),
    (db, { headed }) =>
      db
        .selectFrom('visits')
        .innerJoin('people', 'people.id', 'visits.offeredBy')
        .leftJoin('visits as answer', 'answer.answersId', 'visits.id')
        .select(['visits.id', 'visits.networkId', 'visits.title', 'people.name'])
        .where('visits.kind', '=', 'asked')
        .where('visits.metAt', 'is', null)
        .where('visits.cancelledAt', 'is', null)
        .where('visits.schoolId', 'in', headed)
        .where('answer.id', 'is', null),
  ),
  says: rows =>
    rows.map((row): Waiting => ({
      text: `${row.name} would like to see in your school: ${quoted(row.title)}`,
      href: `/networks/${row.networkId}/visits/${row.id}`,
      action: 'Answer the request',
      networkId: row.networkId,
    })),
})

/** Whoever asked for a visit, once a school has answered. */
export const wishesAnswered = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id }),
    (db, { me }) =>
      db
        .selectFrom('visits')
        .innerJoin('visits as answer', 'answer.answersId', 'visits.id')
        .select(['visits.id', 'visits.networkId', 'answer.title'])
        .where('visits.offeredBy', '=', me)
        .where('visits.kind', '=', 'asked')
        .where('visits.metAt', 'is', null)
        .where('visits.cancelledAt', 'is', null)
        .where('answer.cancelledAt', 'is', null),
  ),
  says: rows =>
    rows.map((row): Waiting => ({
      text: `A school answers your request for a visit: ${quoted(row.title)}`,
      href: `/networks/${row.networkId}/visits/${row.id}`,
      action: 'See the offer',
      networkId: row.networkId,
    })),
})
