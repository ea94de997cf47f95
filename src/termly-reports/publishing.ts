import type { Db } from '../database.js'
import { type Finding, isAboutDescription, publishable } from '../evidence/publishable.js'
import type { Network, Term } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { inlineText } from '../documents/inline-text.js'
import type { Block, Document } from '../documents/document.js'
import { citedIn } from '../write-ups/citing.js'
import { approveAndPublish } from '../write-ups/editions.js'
import { documentOf } from '../write-ups/submissions.js'
import type { Edition, Submission } from '../write-ups/tables.js'
import { publishableOf } from './report.js'
import type { TermlyReport } from './tables.js'

/**
 * A second person publishes the submitted report, if everything in it may still go out.
 * @param hash the version that the person was shown
 * @returns what stands in the way, or the edition
 */
export async function publishReport(
  db: Db,
  network: Network,
  term: Term,
  report: TermlyReport,
  submission: Submission,
  hash: string,
  by: Person,
): Promise<{ findings: Finding[]; edition?: Edition }> {
  const document = documentOf(submission)
  const evidenceIds = citedIn(document)
  const findings = await findingsIn(db, document)
  if (findings.length > 0) return { findings }
  const what = {
    ...publishableOf(report),
    slug: report.slug,
    title: `${network.name}, ${term.name}`,
    summary: openingOf(document),
    evidenceIds,
  }
  return { findings: [], edition: await approveAndPublish(db, submission, hash, what, by) }
}

/**
 * Why a report may not go out as it is: each piece that it refers to, quotes or shows. A report that describes each of its
 * pictures need not wait for the piece to do so.
 */
export async function findingsIn(db: Db, document: Document): Promise<Finding[]> {
  const findings = await publishable(db, citedIn(document), 'public')
  return document.parts.every(isDescribed) ? findings.filter(finding => !isAboutDescription(finding)) : findings
}

function isDescribed(block: Block): boolean {
  if (block.kind === 'figure') return block.alt.trim() !== ''
  if (block.kind === 'quotation') return block.blocks.every(isDescribed)
  return block.kind !== 'list' || block.items.every(item => item.blocks.every(isDescribed))
}

/** The first sentences of the report, for lists and the feed. */
function openingOf(document: Document): string {
  const first = document.parts.find(block => block.kind === 'paragraph')
  const words = first?.kind === 'paragraph' ? inlineText(first.inlines) : ''
  return words.length <= 300 ? words : `${words.slice(0, 299).replace(/\s+\S*$/, '')}…`
}
