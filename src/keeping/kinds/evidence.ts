import { sql } from 'kysely'
import type { Db, Trx } from '../../database.js'
import { aboutPiece } from '../../evidence/as-fact.js'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { blankPiece } from '../../evidence/withdrawing/withdrawing.js'
import { record } from '../../facts/facts.js'
import { written } from '../../names/written.js'
import type { Brought } from '../../room.js'
import { dueByGroup } from './by-group.js'
import { endedBefore, overOn } from './days.js'
import type { DueThing, KeptKind, WhatIsDue } from './kind.js'

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
    const before = endedBefore(asked)
    if (asked.only)
      return things(await closedPieces(db, before).where('evidence.id', 'in', asked.only).execute(), asked)
    return dueByGroup(db, asked, before, async (groupId, after, most) =>
      things(
        await closedPieces(db, before)
          .where('evidence.groupId', '=', groupId)
          .where('evidence.id', '>', after)
          .orderBy('evidence.id')
          .limit(most)
          .execute(),
        asked,
      ),
    )
  },
  async erase(trx, things, { erases }) {
    for (const id of things) await eraseForGood(trx, id, erases)
  },
}

function closedPieces(db: Db, before: string) {
  return db
    .selectFrom('evidence')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .select(['evidence.id', 'evidence.groupId', 'evidence.number', 'groups.closedAt'])
    .where('groups.closedAt', '<', before)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where('evidence.title', '<>', written(''))
    .where(({ not }) => not(isCited))
}

/** What a standing edition cites is published, and stays with it. */
export const isCited = sql<boolean>`exists (select 1 from edition_evidence as cited join editions on editions.id = cited.edition_id
  where cited.evidence_id = evidence.id and editions.withdrawn_at is null)`

function things(
  rows: { id: string; groupId: string; number: number; closedAt: string | null }[],
  { months }: Pick<WhatIsDue, 'months'>,
): DueThing[] {
  return rows.map(({ id, groupId, number, closedAt }) => ({
    thing: id,
    groupId,
    label: `E${number}`,
    dueOn: overOn(closedAt!, months),
  }))
}

/** Erases a piece as if it had been withdrawn before, by nobody. */
export async function eraseForGood(trx: Trx, id: string, erases: Brought['erases'], because?: string): Promise<void> {
  const piece = await pieceIn(trx, id)
  if (!piece) return
  await blankPiece(trx, piece, null, erases)
  const files = piece.files.map(file => file.id)
  await record(trx, { kind: 'evidence erased', by: null, ...aboutPiece(piece), because: because ?? null, files })
}
