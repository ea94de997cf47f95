import type { Around } from '../around.js'
import { isOpen } from '../enquiry.js'
import { waits } from '../../web/waiting.js'

/** An enquiry reaches across schools: a group with people from one school looks for a second. */
export const secondSchoolsNeeded = waits({
  says: (_, { enquiries }: Around) =>
    enquiries
      .filter(one => one.standing.lead && isOpen(one) && one.schoolIds.length < 2)
      .map(enquiry => ({
        text: secondSchoolInWords(enquiry.groupName),
        href: `/groups/${enquiry.groupId}`,
        action: 'Pass the join link on',
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      })),
})

export function secondSchoolInWords(group: string): string {
  return `${group} has people from one school so far. It needs a volunteer from a second.`
}
