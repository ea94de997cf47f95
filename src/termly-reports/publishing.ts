import type { Trx } from '../database.js'
import { type Finding, isAboutDescription, publishable } from '../evidence/sharing/publishable.js'
import type { Network, Term } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { textOf } from '../documents/to-text.js'
import { namesNoticed, namesOfKeysStandIn } from '../keys/noticing.js'
import type { DbAndKeys, KeyStore } from '../keys/store.js'
import { inlineText } from '../documents/inline-text.js'
import type { Block, Document } from '../documents/document.js'
import { citedIn } from '../write-ups/document/citing.js'
import { approveAndPublish } from '../publishing/editions/editions.js'
import { documentOf } from '../publishing/submitting/submissions.js'
import type { Edition, Submission } from '../publishing/tables.js'
import { publishableOf } from './report.js'
import type { TermlyReport } from './tables.js'

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
  const findings = await findingsIn({ db: trx, keys }, network, term, document)
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

/**
 * Why a report may not go out as it is: each piece that it refers to, quotes or shows. A report that describes each of its
 * pictures need not wait for the piece to do so.
 */
export async function findingsIn(
  house: DbAndKeys,
  network: Pick<Network, 'id'>,
  term: Pick<Term, 'slug'>,
  document: Document,
): Promise<ReportFinding[]> {
  const findings = await publishable(house.db, citedIn(document), 'public')
  const pieces = document.parts.every(isDescribed) ? findings.filter(finding => !isAboutDescription(finding)) : findings
  return [...pieces, ...(await namesToAnswer(house, network, `/networks/${network.id}/reports/${term.slug}`, document))]
}

export interface ReportFinding extends Finding {
  /** Words that may name a pupil, and where it can be said that they do not. */
  name?: { words: string; address: string }
}

/** A name of a group's key is told to nobody who has not typed it; any other is to be answered before the report goes out. */
async function namesToAnswer(
  house: DbAndKeys,
  network: Pick<Network, 'id'>,
  address: string,
  document: Document,
): Promise<ReportFinding[]> {
  const nowhere = { id: '', number: '', address: '' }
  const said = textOf(document)
  const keys = await house.db
    .selectFrom('pupilKeys')
    .innerJoin('groups', 'groups.id', 'pupilKeys.groupId')
    .select(['groups.id', 'groups.name'])
    .distinct()
    .where('groups.networkId', '=', network.id)
    .where('pupilKeys.erasedAt', 'is', null)
    .execute()
  const found: ReportFinding[] = []
  for (const group of keys)
    if (await namesOfKeysStandIn(house, { groupId: group.id, networkId: network.id }, said))
      found.push({
        piece: nowhere,
        because: `A pupil’s name stands in the report, of the key of ${group.name}. Their code is to be written instead.`,
        mendAt: '',
      })
  const noticed = await namesNoticed(house, null, { groupId: null, networkId: network.id }, said)
  for (const words of new Set(noticed.map(one => one.words)))
    found.push({ piece: nowhere, because: `“${words}” may be a pupil’s name.`, mendAt: '', name: { words, address } })
  return found
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
