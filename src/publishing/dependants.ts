import type { Db } from '../database.js'
import type { Dependants } from '../evidence/withdrawing/dependants.js'
import { citedIn } from '../write-ups/document/citing.js'
import { documentOf, openSubmissions } from './submitting/submissions.js'

/** What waits for approval with the piece in it, and published editions: of write-ups and termly reports. */
export const dependentSubmissions: Dependants = async (trx, piece) => [
  ...(await waitingWith(trx, piece)),
  ...(await editionsWith(trx, piece)),
]

async function waitingWith(trx: Db, piece: { id: string; groupId: string }) {
  const rows = await openSubmissions(trx).select(['id', 'ofKind', 'ofId', 'document']).execute()
  return rows
    .filter(row => citedIn(documentOf(row)).includes(piece.id))
    .map(row => ({
      kind: row.ofKind === 'write-up' ? 'Write-up that waits for approval' : 'Termly report that waits for approval',
      name: 'as it was submitted',
      now: 'It cannot be approved as it is.',
      ...(row.ofKind === 'write-up' && { href: `/write-ups/${row.ofId}/submission` }),
    }))
}

async function editionsWith(trx: Db, piece: { id: string }) {
  const rows = await trx
    .selectFrom('editionEvidence')
    .innerJoin('editions', 'editions.id', 'editionEvidence.editionId')
    .select(['editions.ofKind', 'editions.slug', 'editions.number', 'editions.withdrawnAt'])
    .where('editionEvidence.evidenceId', '=', piece.id)
    .orderBy('editions.publishedAt')
    .execute()
  return rows
    .filter(row => !row.withdrawnAt)
    .map(row => ({
      kind: row.ofKind === 'write-up' ? 'Published write-up' : 'Published termly report',
      name: `edition ${row.number}`,
      now: 'Readers see a sentence in its place, on the page and in the PDF. Copies that were saved before stay with whoever saved them.',
      href: `/published/${row.ofKind === 'write-up' ? 'write-ups' : 'reports'}/${row.slug}?edition=${row.number}`,
    }))
}
