import type { Trx } from '../../database.js'
import type { Network, Term } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import type { KeyStore } from '../../keys/store.js'
import { inlineText } from '../../documents/inline-text.js'
import type { Document } from '../../documents/document.js'
import { citedIn } from '../../write-ups/document/citing.js'
import { approveAndPublish } from '../../publishing/editions/editions.js'
import { documentOf } from '../../publishing/submitting/submissions.js'
import type { Edition, Submission } from '../../publishing/tables.js'
import { publishableOf } from '../report.js'
import type { TermlyReport } from '../tables.js'
import { hindrancesInReport, type ReportFinding } from './hindrances.js'

/**
 * A second person publishes the submitted report, if everything in it may still go out.
 * @param hash the version that the person was shown
 * @returns what stands in the way, or the edition
 */
export async function publishReport(
  trx: Trx,
  keys: KeyStore,
  network: Network,
  term: Term,
  report: TermlyReport,
  submission: Submission,
  hash: string,
  by: Person,
): Promise<{ findings: ReportFinding[]; edition?: Edition }> {
  const document = documentOf(submission)
  const evidenceIds = citedIn(document)
  const findings = await hindrancesInReport({ db: trx, keys }, network, term, document)
  if (findings.length > 0) return { findings }
  const what = {
    ...publishableOf(report),
    slug: report.slug,
    title: `${network.name}, ${term.name}`,
    summary: openingOf(document),
    evidenceIds,
  }
  return { findings: [], edition: await approveAndPublish(trx, submission, hash, what, by) }
}

/** The first sentences of the report, for lists and the feed. */
function openingOf(document: Document): string {
  const first = document.parts.find(block => block.kind === 'paragraph')
  const words = first?.kind === 'paragraph' ? inlineText(first.inlines) : ''
  return words.length <= 300 ? words : `${words.slice(0, 299).replace(/\s+\S*$/, '')}…`
}
