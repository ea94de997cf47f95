import type { Db } from '../database.js'
import type { Block } from '../documents/document.js'
import { paragraph } from '../documents/making-blocks.js'
import { publishable } from '../evidence/sharing/publishable.js'
import { sureness } from '../handouts/leads.js'
import { butInShort, objection, sureInShort } from '../handouts/sentences.js'
import { unread } from '../names/names.js'
import type { Recommended } from './recommended.js'
import { keptAgainst } from './sentences.js'

/**
 * What a recommendation is an answer to: the claim that it was begun from, how sure the group is of it, and the strongest
 * thing that speaks against it, as far as that may be seen outside. Nothing, where it was begun from no claim.
 */
export async function claimBlocks(db: Db, { claimId }: Pick<Recommended, 'claimId'>): Promise<Block[]> {
  if (claimId === null) return []
  const row = await db
    .selectFrom('claims')
    .select(['claim', 'strength', 'retiredAt'])
    .where('id', '=', claimId)
    .executeTakeFirst()
  if (!row || row.retiredAt) return []
  const { claim, strength } = unread([row])[0]!
  const { strongest, others, kept } = await againstIt(db, claimId)
  const isOpposed = strongest !== '' || kept > 0
  return [
    paragraph(`They found: ${claim}`),
    paragraph(sureInShort(sureness[strength], isOpposed ? 'told' : '', true), 'sure'),
    ...(strongest ? [paragraph(butInShort(strongest, others))] : []),
    ...(!strongest && kept > 0 ? [paragraph(keptAgainst(kept))] : []),
  ]
}

async function againstIt(db: Db, claimId: string): Promise<{ strongest: string; others: number; kept: number }> {
  const rows = await db
    .selectFrom('claimEvidence')
    .innerJoin('evidence', 'evidence.id', 'claimEvidence.evidenceId')
    .select(['evidence.id', 'evidence.title', 'claimEvidence.note'])
    .where('claimEvidence.claimId', '=', claimId)
    .where('claimEvidence.bearing', '=', 'against')
    .where('evidence.withdrawnAt', 'is', null)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .orderBy('evidence.number')
    .execute()
  if (rows.length === 0) return { strongest: '', others: 0, kept: 0 }
  const ids = rows.map(row => row.id)
  const stopped = new Set((await publishable(db, ids, 'outside')).map(finding => finding.piece.id))
  const told = unread(rows).filter(row => !stopped.has(row.id))
  const strongest = told.find(row => row.note.trim() !== '') ?? told[0]
  const words = strongest ? objection({ title: strongest.title, note: strongest.note.trim() }) : ''
  return { strongest: words, others: rows.length - 1, kept: rows.length - told.length }
}
