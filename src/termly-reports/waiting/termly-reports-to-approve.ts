import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { mayApproveReport } from '../permissions.js'
import { day, plural } from '../../words/words.js'
import { waits } from '../../web/waiting.js'

/**
 * A termly report that somebody else submitted, for the network's leaders and co-leaders; and for whoever submitted it, that
 * reports of groups came since.
 */
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
        .select(eb =>
          eb
            .selectFrom('shortReports')
            .select(one => one.fn.countAll<number>().as('late'))
            .whereRef('shortReports.termId', '=', 'termlyReports.termId')
            .whereRef('shortReports.sentAt', '>', 'submissions.submittedAt')
            .as('late'),
        )
        .where('submissions.ofKind', '=', 'termly report')
        .where('submissions.approvedAt', 'is', null)
        .where('submissions.returnedAt', 'is', null)
        .where('submissions.takenBackAt', 'is', null)
        .where('termlyReports.networkId', 'in', networks),
  ),
  says: (rows, { person }) =>
    rows.flatMap(row => {
      const { networkId, term } = row
      const late = Number(row.late ?? 0)
      const href = `/networks/${networkId}/reports/${row.slug}/preview`
      if (mayApproveReport(person, { id: networkId }, row)) {
        const submitted = reportSubmittedInWords({ by: row.by, term, at: row.submittedAt })
        const text = [submitted, late > 0 ? cameSince(late) : ''].filter(Boolean).join(' ')
        return [{ text, href, action: 'Read and decide', networkId }]
      }
      if (late === 0 || row.submittedBy !== person.id) return []
      const text = `You submitted the termly report for ${term}. ${cameSince(late)}`
      return [{ text, href, action: 'See which', networkId }]
    }),
})

function cameSince(late: number): string {
  return `${plural(late, 'report of a group has', 'reports of groups have')} come since.`
}

export function reportSubmittedInWords(one: { by: string; term: string; at: string }): string {
  return `${one.by} submitted the termly report for ${one.term} on ${day(one.at)}. Publishing it needs a second person.`
}
