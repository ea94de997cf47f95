import { sql } from 'kysely'
import type { Trx } from '../../database.js'
import { aboutPiece } from '../../evidence/as-fact.js'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { blankPiece } from '../../evidence/withdrawing/withdrawing.js'
import { record } from '../../facts/facts.js'
import { written } from '../../names/written.js'
import type { Brought } from '../../room.js'
import { endedBefore, overOn } from './days.js'
import type { KeptKind } from './kind.js'

/** Pieces of closed groups. What a standing edition cites is published, and stays with it. */
export const evidenceKept: KeptKind = {
  kind: 'evidence',
  name: 'Evidence of a closed group',
  holds: 'What a group saw, collected and wrote down: notes, pictures and documents.',
  from: 'after the group is closed',
  because:
    'A group’s claims can be checked, and a next enquiry can build on them; after that the notes have done their work.',
  offered: [12, 24, 36, 60, 84],
  usual: 36,
  words: ['piece of evidence', 'pieces of evidence'],
  erased: 'Words, pictures and files are erased. The number stays, with the word “withdrawn”.',
  hasOwnJournal: true,
  async due(db, asked) {
    const rows = await db
      .selectFrom('evidence')
      .innerJoin('groups', 'groups.id', 'evidence.groupId')
      .select(['evidence.id', 'evidence.groupId', 'evidence.number', 'groups.closedAt'])
      .where('groups.networkId', '=', asked.networkId)
      .where('groups.closedAt', '<', endedBefore(asked))
      .where('evidence.sharedWithGroupAt', 'is not', null)
      .where('evidence.title', '<>', written(''))
      .where(
        sql<boolean>`not exists (select 1 from edition_evidence as cited join editions on editions.id = cited.edition_id
          where cited.evidence_id = evidence.id and editions.withdrawn_at is null)`,
      )
      .$if(asked.only !== undefined, query => query.where('evidence.id', 'in', asked.only!))
      .where('evidence.id', '>', asked.after ?? '')
      .orderBy('evidence.id')
      .limit(asked.most)
      .execute()
    return rows.map(({ id, groupId, number, closedAt }) => ({
      thing: id,
      groupId,
      label: `E${number}`,
      dueOn: overOn(closedAt!, asked.months),
    }))
  },
  async erase(trx, things, { erases }) {
    for (const id of things) await eraseForGood(trx, id, erases)
  },
}

/** Erases a piece as if it had been withdrawn before, by nobody. */
export async function eraseForGood(trx: Trx, id: string, erases: Brought['erases'], because?: string): Promise<void> {
  const piece = await pieceIn(trx, id)
  if (!piece) return
  await blankPiece(trx, piece, null, erases)
  const files = piece.files.map(file => file.id)
  await record(trx, { kind: 'evidence erased', by: null, ...aboutPiece(piece), because: because ?? null, files })
}
