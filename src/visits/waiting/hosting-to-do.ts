import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, type WaitingKind } from '../../web/waiting.js'
import { daysAfter } from '../../web/now.js'
import { day } from '../../words/words.js'

/** After a day with visitors the host says who came. */
export const visitsToConfirm: WaitingKind<Around> = async ({ db, person, today }) => {
  const rows = await db
    .selectFrom('visitSlots')
    .innerJoin('visits', 'visits.id', 'visitSlots.visitId')
    .select(['visitSlots.id as slotId', 'visitSlots.day', 'visits.id', 'visits.title', 'visits.networkId'])
    .where('visits.offeredBy', '=', person.id)
    .where('visits.kind', '=', 'offered')
    .where('visitSlots.heldAt', 'is', null)
    .where('visitSlots.cancelledAt', 'is', null)
    .where('visitSlots.lastDay', '<', today)
    .where('visitSlots.lastDay', '>=', daysAfter(today, -28))
    .where('visitSlots.taken', '>', 0)
    .execute()
  return rows.map((row): Waiting => ({
    text: `Visitors were booked in on ${day(row.day)}, for ${quoted(row.title)}. Who came?`,
    href: `/networks/${row.networkId}/visits/${row.id}/slots/${row.slotId}/attendance`,
    action: 'Say who came',
    networkId: row.networkId,
  }))
}

/** A head whose school is asked by name; and whoever asked, once a school has answered. */
export const wishesToAnswer: WaitingKind<Around> = async ({ db, person }) => {
  const schools = person.rolesWith('answers for the school').flatMap(role => role.schoolId ?? [])
  const asked = await db
    .selectFrom('visits')
    .innerJoin('people', 'people.id', 'visits.offeredBy')
    .leftJoin('visits as answer', 'answer.answersId', 'visits.id')
    .select(['visits.id', 'visits.networkId', 'visits.title', 'people.name'])
    .where('visits.kind', '=', 'asked')
    .where('visits.metAt', 'is', null)
    .where('visits.cancelledAt', 'is', null)
    .where('visits.schoolId', 'in', [...schools, ''])
    .where('answer.id', 'is', null)
    .execute()
  const answered = await db
    .selectFrom('visits')
    .innerJoin('visits as answer', 'answer.answersId', 'visits.id')
    .select(['visits.id', 'visits.networkId', 'answer.title'])
    .where('visits.offeredBy', '=', person.id)
    .where('visits.kind', '=', 'asked')
    .where('visits.metAt', 'is', null)
    .where('visits.cancelledAt', 'is', null)
    .where('answer.cancelledAt', 'is', null)
    .execute()
  return [
    ...asked.map((row): Waiting => ({
      text: `${row.name} would like to see in your school: ${quoted(row.title)}`,
      href: `/networks/${row.networkId}/visits/${row.id}`,
      action: 'Answer the request',
      networkId: row.networkId,
    })),
    ...answered.map((row): Waiting => ({
      text: `A school answers your request for a visit: ${quoted(row.title)}`,
      href: `/networks/${row.networkId}/visits/${row.id}`,
      action: 'See the offer',
      networkId: row.networkId,
    })),
  ]
}
