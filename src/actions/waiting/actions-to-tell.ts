import type { Around } from '../../enquiries/around.js'
import { isOpen } from '../../enquiries/enquiry.js'
import { written } from '../../names/written.js'
import { quoted, type WaitingKind } from '../../web/waiting.js'

/** An action whose last day is over, at somebody's own school, where nobody has said yet what happened. */
export const actionsToTell: WaitingKind<Around> = async ({ db, person, enquiries, today }) => {
  const open = enquiries.filter(one => one.standing.member && isOpen(one))
  if (open.length === 0) return []
  const rows = await db
    .selectFrom('actionSchools')
    .innerJoin('actions', 'actions.id', 'actionSchools.actionId')
    .innerJoin('schools', 'schools.id', 'actionSchools.schoolId')
    .select(['actions.id', 'actions.enquiryId', 'actions.number', 'actions.action', 'actions.endsOn'])
    .select(['actionSchools.schoolId', 'schools.name as school'])
    .where(
      'actions.enquiryId',
      'in',
      open.map(enquiry => enquiry.id),
    )
    .where('actions.removedAt', 'is', null)
    .where('actions.endsOn', '<', today)
    .where('actionSchools.whatHappened', '=', written(''))
    .orderBy('actions.endsOn')
    .execute()
  return rows.flatMap(row => {
    const enquiry = open.find(one => one.id === row.enquiryId)!
    const mine = person.groups.some(one => one.groupId === enquiry.groupId && one.schoolId === row.schoolId)
    if (!mine) return []
    return {
      text: actionOverInWords(enquiry.names.read(row)),
      href: `/actions/${row.id}/schools/${row.schoolId}`,
      action: 'Say what happened',
      due: row.endsOn!,
      networkId: enquiry.networkId,
    }
  })
}

export function actionOverInWords(one: { number: number; action: string; school: string }): string {
  return `Action A${one.number} is over: ${quoted(one.action)}. What happened at ${one.school}?`
}
