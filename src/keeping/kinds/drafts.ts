import { sql } from 'kysely'
import type { Db } from '../../database.js'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { removeDraft } from '../../evidence/withdrawing/withdrawing.js'
import { dueByGroup } from './by-group.js'
import { endedBefore, overOn } from './days.js'
import type { DueThing, KeptKind, WhatIsDue } from './kind.js'

/** Pieces that nobody but their author has ever seen. */
export const draftsKept: KeptKind = {
  kind: 'drafts',
  name: 'Drafts that nobody else has seen',
  holds: 'Evidence that somebody began and never shared with their group.',
  from: 'after it was last changed',
  because: 'What was never shared helps no enquiry, and is easily forgotten where it lies.',
  offered: [6, 12, 24],
  usual: 12,
  words: ['draft', 'drafts'],
  erased: 'The draft goes altogether, with its files.',
  hasOwnJournal: true,
  async due(db, asked) {
    const before = endedBefore(asked)
    if (asked.only) return things(await drafts(db, before).where('id', 'in', asked.only).execute(), asked)
    return dueByGroup(db, asked, null, async (groupId, after, most) =>
      things(
        await drafts(db, before)
          .where('groupId', '=', groupId)
          .where('id', '>', after)
          .orderBy('id')
          .limit(most)
          .execute(),
        asked,
      ),
    )
  },
  async erase(trx, things, { erases }) {
    for (const id of things) {
      const piece = await pieceIn(trx, id)
      if (piece) await removeDraft(trx, piece, null, erases)
    }
  },
}

const changed = sql<string>`coalesce(evidence.revised_at, evidence.logged_at)`

function drafts(db: Db, before: string) {
  return db
    .selectFrom('evidence')
    .select(['id', 'groupId', 'number'])
    .select(changed.as('changed'))
    .where('sharedWithGroupAt', 'is', null)
    .where(changed, '<', before)
}

function things(
  rows: { id: string; groupId: string; number: number; changed: string }[],
  { months }: Pick<WhatIsDue, 'months'>,
): DueThing[] {
  return rows.map(({ id, groupId, number, changed: since }) => ({
    thing: id,
    groupId,
    label: `E${number}`,
    dueOn: overOn(since, months),
  }))
}
