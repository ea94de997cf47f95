import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { mayApprove } from '../permissions.js'
import { openSubmissions } from '../submitting/submissions.js'
import { addressOf } from '../../write-ups/write-ups.js'
import { day } from '../../words/words.js'
import { waits } from '../../web/waiting.js'

/** Write-ups that were submitted by somebody else, for those who may approve or return them. */
export const writeUpsToApprove = waits({
  asks: inTheSameWords(
    ({ enquiries }: Around) => ({ groups: enquiries.map(one => one.groupId) }),
    (db, { groups }) =>
      openSubmissions(db)
        .innerJoin('writeUps', 'writeUps.id', 'submissions.ofId')
        .innerJoin('people', 'people.id', 'submissions.submittedBy')
        .selectAll('submissions')
        .select(['writeUps.groupId', 'people.name as by'])
        .where('submissions.ofKind', '=', 'write-up')
        .where('writeUps.groupId', 'in', groups)
        .orderBy('submissions.submittedAt'),
  ),
  says: (rows, { person, enquiries }) =>
    rows.flatMap(({ groupId, by, ...submission }) => {
      const enquiry = enquiries.find(one => one.groupId === groupId)!
      if (!mayApprove(person, enquiry, submission, enquiry.standing.member)) return []
      return {
        text: submittedInWords({ by, group: enquiry.groupName, at: submission.submittedAt }),
        href: `${addressOf({ id: submission.ofId })}/submission#answer`,
        action: 'Read and decide',
        networkId: enquiry.networkId,
        groupId: enquiry.groupId,
      }
    }),
})

export function submittedInWords(one: { by: string; group: string; at: string }): string {
  return `${one.by} submitted the write-up of ${one.group} on ${day(one.at)}. Publishing it needs a second person.`
}
