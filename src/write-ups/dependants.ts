import type { Dependants } from '../evidence/dependants.js'
import type { Db } from '../database.js'
import { citedIn } from './citing.js'
import { documentOf } from './submissions.js'
import { partText } from './write-ups.js'

/** Parts of drafts that speak of the piece, what waits for approval, and published editions: of write-ups and termly reports. */
export const dependentWriteUps: Dependants = async (trx, piece) => [
  ...(await partsThatSpeakOf(trx, piece)),
  ...(await waitingWith(trx, piece)),
  ...(await editionsWith(trx, piece)),
]

async function partsThatSpeakOf(trx: Db, piece: { number: number; groupId: string }) {
  const parts = await trx
    .selectFrom('writeUpParts')
    .innerJoin('writeUps', 'writeUps.id', 'writeUpParts.writeUpId')
    .innerJoin('texts', 'texts.owner', 'writeUpParts.id')
    .select(['writeUpParts.id', 'writeUpParts.heading', 'texts.body'])
    .where('writeUps.groupId', '=', piece.groupId)
    .where('texts.kind', '=', partText.kind)
    .where('writeUpParts.leftOutAt', 'is', null)
    .orderBy('writeUpParts.position')
    .execute()
  const spoken = new RegExp(`\\[\\[\\s*E${piece.number}(?:\\s+\\w+)?\\s*\\]\\]`, 'i')
  return parts
    .filter(part => spoken.test(part.body))
    .map(part => ({
      kind: 'Part of the write-up',
      name: `“${part.heading}”`,
      now: 'The publication check stops the write-up until the number is taken out.',
      href: `/write-up-parts/${part.id}`,
    }))
}

async function waitingWith(trx: Db, piece: { id: string; groupId: string }) {
  const rows = await trx
    .selectFrom('submissions')
    .select(['id', 'ofKind', 'ofId', 'document'])
    .where('approvedAt', 'is', null)
    .where('returnedAt', 'is', null)
    .where('takenBackAt', 'is', null)
    .execute()
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
