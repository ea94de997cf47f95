import { sql } from 'kysely'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { removeDraft } from '../../evidence/withdrawing/withdrawing.js'
import { endedBefore, overOn } from './days.js'
import type { KeptKind } from './kind.js'

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
    const changed = sql<string>`coalesce(evidence.revised_at, evidence.logged_at)`
    const rows = await db
      .selectFrom('evidence')
      .innerJoin('groups', 'groups.id', 'evidence.groupId')
      .select(['evidence.id', 'evidence.groupId', 'evidence.number'])
      .select(changed.as('changed'))
      .where('groups.networkId', '=', asked.networkId)
      .where('evidence.sharedWithGroupAt', 'is', null)
      .where(changed, '<', endedBefore(asked))
      .$if(asked.only !== undefined, query => query.where('evidence.id', 'in', asked.only!))
      .where('evidence.id', '>', asked.after ?? '')
      .orderBy('evidence.id')
      .limit(asked.most)
      .execute()
    return rows.map(({ id, groupId, number, changed: since }) => ({
      thing: id,
      groupId,
      label: `E${number}`,
      dueOn: overOn(since, asked.months),
    }))
  },
  async erase(trx, things, { erases }) {
    for (const id of things) {
      const piece = await pieceIn(trx, id)
      if (piece) await removeDraft(trx, piece, null, erases)
    }
  },
}
