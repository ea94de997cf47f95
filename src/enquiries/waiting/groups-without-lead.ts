import type { Around } from '../around.js'
import { mayOfferHandover } from '../../groups/permissions.js'
import type { WaitingKind } from '../../web/waiting.js'

/** Where a lead learner has left, a network leader finds the next one among the volunteers. */
export const groupsWithoutLead: WaitingKind<Around> = async ({ db, enquiries }) => {
  const open = enquiries.filter(one => mayOfferHandover(one, false) && !one.standing.lead && one.finishedAt === null)
  if (open.length === 0) return []
  const ids = open.map(enquiry => enquiry.groupId)
  const leads = await db
    .selectFrom('groupPeople')
    .leftJoin('schools', 'schools.id', 'groupPeople.schoolId')
    .select('groupId')
    .where('groupId', 'in', ids)
    .where('role', '=', 'lead learner')
    .where('groupPeople.leftAt', 'is', null)
    .where('schools.leftAt', 'is', null)
    .execute()
  const offered = await db
    .selectFrom('handovers')
    .select('groupId')
    .where('groupId', 'in', ids)
    .where('acceptedAt', 'is', null)
    .where('declinedAt', 'is', null)
    .execute()
  return open
    .filter(one => ![...leads, ...offered].some(row => row.groupId === one.groupId))
    .map(enquiry => ({
      text: withoutLeadInWords(enquiry.groupName),
      href: `/groups/${enquiry.groupId}/handover`,
      action: 'Ask a volunteer to lead',
      networkId: enquiry.networkId,
    }))
}

export function withoutLeadInWords(group: string): string {
  return `${group} has no lead learner now.`
}
