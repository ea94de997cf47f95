import type { Around } from '../../enquiries/around.js'
import type { WaitingKind } from '../../web/waiting.js'
import { secondPeople, secondPersonInvited } from '../publishing/second-people.js'

/** A termly report that somebody submitted who leads alone: nobody could approve it. */
export const reportsWithoutSecondPerson: WaitingKind<Around> = async ({ db, person }) => {
  const led = person.rolesWith('leads the network').map(role => role.networkId)
  if (led.length === 0) return []
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('termlyReports', 'termlyReports.id', 'submissions.ofId')
    .innerJoin('terms', 'terms.id', 'termlyReports.termId')
    .select(['termlyReports.networkId', 'terms.name as term'])
    .where('submissions.ofKind', '=', 'termly report')
    .where('submissions.approvedAt', 'is', null)
    .where('submissions.returnedAt', 'is', null)
    .where('submissions.takenBackAt', 'is', null)
    .where('submissions.submittedBy', '=', person.id)
    .where('termlyReports.networkId', 'in', led)
    .execute()
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
}

export function nobodyApprovesInWords(term: string): string {
  return `The report for ${term} waits, and nobody but you could approve it.`
}
