import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { mayApproveReport } from '../permissions.js'
import { day } from '../../words/words.js'
import { waits } from '../../web/waiting.js'

/** A termly report that somebody else submitted, for the network's leaders and co-leaders. */
export const termlyReportsToApprove = waits({
  asks: inTheSameWords(
    ({ person }: Around) => ({
      networks: [...person.rolesWith('leads the network'), ...person.rolesWith('leads the theme')].map(
        role => role.networkId,
      ),
    }),
    (db, { networks }) =>
      db
        .selectFrom('submissions')
        .innerJoin('termlyReports', 'termlyReports.id', 'submissions.ofId')
        .innerJoin('terms', 'terms.id', 'termlyReports.termId')
        .innerJoin('people', 'people.id', 'submissions.submittedBy')
        .selectAll('submissions')
        .select(['termlyReports.networkId', 'terms.slug', 'terms.name as term', 'people.name as by'])
        .where('submissions.ofKind', '=', 'termly report')
        .where('submissions.approvedAt', 'is', null)
        .where('submissions.returnedAt', 'is', null)
        .where('submissions.takenBackAt', 'is', null)
        .where('termlyReports.networkId', 'in', networks),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => mayApproveReport(person, { id: row.networkId }, row))
      .map(row => ({
        text: reportSubmittedInWords({ by: row.by, term: row.term, at: row.submittedAt }),
        href: `/networks/${row.networkId}/reports/${row.slug}/preview`,
        action: 'Read and decide',
        networkId: row.networkId,
      })),
})

export function reportSubmittedInWords(one: { by: string; term: string; at: string }): string {
  return `${one.by} submitted the termly report for ${one.term} on ${day(one.at)}. Publishing it needs a second person.`
}
