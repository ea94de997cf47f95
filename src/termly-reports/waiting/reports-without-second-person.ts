import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { waits } from '../../web/waiting.js'
import { secondPeople, secondPersonInvited } from '../publishing/second-people.js'

/** A termly report that somebody submitted who leads alone: nobody could approve it. */
export const reportsWithoutSecondPerson = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({ me: person.id, led: person.rolesWith('leads the network').map(role => role.networkId) }),
    (db, { me, led }) =>
      db
        .selectFrom('submissions')
        .innerJoin('termlyReports', 'termlyReports.id', 'submissions.ofId')
        .innerJoin('terms', 'terms.id', 'termlyReports.termId')
        .select(['termlyReports.networkId', 'terms.name as term'])
        .where('submissions.ofKind', '=', 'termly report')
        .where('submissions.approvedAt', 'is', null)
        .where('submissions.returnedAt', 'is', null)
        .where('submissions.takenBackAt', 'is', null)
        .where('submissions.submittedBy', '=', me)
        .where('termlyReports.networkId', 'in', led),
  ),
  says: async (rows, { db, person }) => {
    const found = []
    for (const { networkId, term } of rows) {
      if ((await secondPeople(db, { id: networkId }, person)).length > 0) continue
      found.push({
        text: nobodyApprovesInWords(term),
        href: secondPersonInvited({ id: networkId }),
        action: 'Invite a second leader',
        networkId,
      })
    }
    return found
  },
})

export function nobodyApprovesInWords(term: string): string {
  return `The report for ${term} waits, and nobody but you could approve it.`
}
