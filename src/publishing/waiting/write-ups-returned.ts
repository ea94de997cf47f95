import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { maySubmit } from '../permissions.js'
import { writeUpAddress } from '../../write-ups/write-ups.js'
import { waits } from '../../web/waiting.js'

/** A write-up that came back with comments waits for its lead learner until it is submitted again. */
export const writeUpsReturned = waits({
  asks: inTheSameWords(
    ({ enquiries }: Around) => ({ led: enquiries.filter(maySubmit).map(one => one.groupId) }),
    (db, { led }) =>
      db
        .selectFrom('submissions')
        .innerJoin('writeUps', 'writeUps.id', 'submissions.ofId')
        .innerJoin('enquiries', 'enquiries.id', 'writeUps.enquiryId')
        .leftJoin('people', 'people.id', 'submissions.returnedBy')
        .select(['writeUps.groupId', 'enquiries.cycle', 'people.name as by'])
        .where('submissions.ofKind', '=', 'write-up')
        .where('writeUps.groupId', 'in', led)
        .where('submissions.returnedAt', 'is not', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('submissions as later')
                .select('later.id')
                .whereRef('later.ofId', '=', 'submissions.ofId')
                .where('later.ofKind', '=', 'write-up')
                .whereRef('later.submittedAt', '>', 'submissions.submittedAt'),
            ),
          ),
        )
        .orderBy('submissions.submittedAt', 'desc'),
  ),
  says: (rows, { enquiries }) =>
    rows.map(row => {
      const enquiry = enquiries.find(one => one.groupId === row.groupId)!
      return {
        text: returnedInWords({ group: enquiry.groupName, by: row.by }),
        href: writeUpAddress({ ...enquiry, cycle: row.cycle }),
        action: 'Read the comments',
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      }
    }),
})

export function returnedInWords(one: { group: string; by: string | null }): string {
  return `The write-up of ${one.group} came back with comments${one.by ? ` from ${one.by}` : ''}.`
}
