import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { type Enquiry, isOpen } from '../../enquiries/enquiry.js'
import { written } from '../../names/written.js'
import { quoted, waits } from '../../web/waiting.js'

/** An action whose last day is over, at somebody's own school, where nobody has said yet what happened. */
export const actionsToTell = waits({
  asks: inTheSameWords(
    ({ enquiries, today }: Around) => ({ today, open: enquiries.filter(isAtWork).map(one => one.id) }),
    (db, { today, open }) =>
      db
        .selectFrom('actionSchools')
        .innerJoin('actions', 'actions.id', 'actionSchools.actionId')
        .innerJoin('schools', 'schools.id', 'actionSchools.schoolId')
        .select(['actions.id', 'actions.enquiryId', 'actions.number', 'actions.action', 'actions.endsOn'])
        .select(['actionSchools.schoolId', 'schools.name as school'])
        .where('actions.enquiryId', 'in', open)
        .where('actions.removedAt', 'is', null)
        .where('actions.endsOn', '<', today)
        .where('actionSchools.whatHappened', '=', written(''))
        .orderBy('actions.endsOn'),
  ),
  says: (rows, { person, enquiries }) =>
    rows.flatMap(row => {
      const enquiry = enquiries.find(one => one.id === row.enquiryId)!
      const mine = person.groups.some(one => one.groupId === enquiry.groupId && one.schoolId === row.schoolId)
      if (!mine) return []
      return {
        text: actionOverInWords(enquiry.names.read(row)),
        href: `/actions/${row.id}/schools/${row.schoolId}`,
        action: 'Say what happened',
        due: row.endsOn!,
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      }
    }),
})

function isAtWork(one: Enquiry): boolean {
  return one.standing.member && isOpen(one)
}

export function actionOverInWords(one: { number: number; action: string; school: string }): string {
  return `Action A${one.number} is over: ${quoted(one.action)}. What happened at ${one.school}?`
}
