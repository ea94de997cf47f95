import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../around.js'
import { mayOfferHandover } from '../../groups/permissions.js'
import { waits } from '../../web/waiting.js'

/** Where a lead learner has left, a network leader finds the next one among the volunteers. */
export const groupsWithoutLead = waits({
  asks: inTheSameWords(
    ({ enquiries }: Around) => ({
      open: enquiries
        .filter(one => mayOfferHandover(one, false) && !one.standing.lead && one.finishedAt === null)
        .map(one => one.groupId),
    }),
    (db, { open }) =>
      db
        .selectFrom('groups')
        .select('groups.id')
        .where('groups.id', 'in', open)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('groupPeople')
                .leftJoin('schools', 'schools.id', 'groupPeople.schoolId')
                .select('groupPeople.id')
                .whereRef('groupPeople.groupId', '=', 'groups.id')
                .where('groupPeople.role', '=', 'lead learner')
                .where('groupPeople.leftAt', 'is', null)
                .where('schools.leftAt', 'is', null),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('handovers')
                .select('handovers.id')
                .whereRef('handovers.groupId', '=', 'groups.id')
                .where('handovers.acceptedAt', 'is', null)
                .where('handovers.declinedAt', 'is', null),
            ),
          ),
        ),
  ),
  says: (rows, { enquiries }) =>
    enquiries
      .filter(one => rows.some(row => row.id === one.groupId))
      .map(enquiry => ({
        text: withoutLeadInWords(enquiry.groupName),
        href: `/groups/${enquiry.groupId}/handover`,
        action: 'Ask a volunteer to lead',
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      })),
})

export function withoutLeadInWords(group: string): string {
  return `${group} has no lead learner now.`
}
