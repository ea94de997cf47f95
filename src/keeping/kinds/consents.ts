import { sql } from 'kysely'
import type { Db } from '../../database.js'
import { written } from '../../names/written.js'
import { dueByGroup } from './by-group.js'
import { endedBefore, overOn } from './days.js'
import type { DueThing, KeptKind, WhatIsDue } from './kind.js'

/** Who agreed to what, and what was taken back: the record outlives the piece for a while, so that it can be shown. */
export const consentsKept: KeptKind = {
  kind: 'consents',
  name: 'Records of consent and withdrawal',
  holds: 'For which audience somebody agreed, when it was taken back and what leaned on the piece then.',
  from: 'after the piece itself is erased',
  because: 'A parent may ask later what was agreed, and what was done when it was taken back.',
  offered: [6, 12, 24, 72],
  usual: 12,
  words: ['record of consent', 'records of consent'],
  erased: 'The records of the piece go. That it was erased stays in the audit trail.',
  async due(db, asked) {
    const before = endedBefore(asked)
    if (asked.only) return things(await erasedPieces(db, before).where('id', 'in', asked.only).execute(), asked)
    return dueByGroup(db, asked, null, async (groupId, after, most) =>
      things(
        await erasedPieces(db, before)
          .where('groupId', '=', groupId)
          .where('id', '>', after)
          .orderBy('id')
          .limit(most)
          .execute(),
        asked,
      ),
    )
  },
  async erase(trx, things) {
    const lists = trx.selectFrom('withdrawals').select('id').where('evidenceId', 'in', things)
    await trx.deleteFrom('withdrawalTouches').where('withdrawalId', 'in', lists).execute()
    await trx.deleteFrom('withdrawals').where('evidenceId', 'in', things).execute()
    await trx.deleteFrom('consents').where('evidenceId', 'in', things).execute()
    await trx.updateTable('evidence').set({ withdrawnBecause: null }).where('id', 'in', things).execute()
  },
}

/** Erased pieces of which records are still there. */
function erasedPieces(db: Db, before: string) {
  return db
    .selectFrom('evidence')
    .select(['id', 'groupId', 'number', 'withdrawnAt'])
    .where('title', '=', written(''))
    .where('withdrawnAt', '<', before)
    .where(
      sql<boolean>`(exists (select 1 from consents where consents.evidence_id = evidence.id)
        or exists (select 1 from withdrawals where withdrawals.evidence_id = evidence.id))`,
    )
}

function things(
  rows: { id: string; groupId: string; number: number; withdrawnAt: string | null }[],
  { months }: Pick<WhatIsDue, 'months'>,
): DueThing[] {
  return rows.map(({ id, groupId, number, withdrawnAt }) => ({
    thing: id,
    groupId,
    label: `E${number}`,
    dueOn: overOn(withdrawnAt!, months),
  }))
}
