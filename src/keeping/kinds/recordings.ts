import { sql } from 'kysely'
import type { Db } from '../../database.js'
import { aboutPiece } from '../../evidence/as-fact.js'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { takeFileOut } from '../../evidence/withdrawing/withdrawing.js'
import { record } from '../../facts/facts.js'
import { dueByGroup } from './by-group.js'
import { endedBefore, overOn } from './days.js'
import { isCited } from './evidence.js'
import type { DueThing, KeptKind, WhatIsDue } from './kind.js'

/** Sounds and films, from when their cycle was finished or their group closed, whichever came first. */
export const recordingsKept: KeptKind = {
  kind: 'recordings',
  name: 'Sound and film',
  holds: 'Recordings of pupils and adults, with what was written down word for word from them.',
  from: 'after the cycle is finished or the group closed',
  because:
    'A voice or a face tells more of a child than notes do, so it goes sooner. What should stay is written into the notes.',
  offered: [3, 6, 12, 24],
  usual: 12,
  words: ['recording', 'recordings'],
  erased: 'The sound or film goes with its transcript. The piece and its notes stay.',
  hasOwnJournal: true,
  async due(db, asked) {
    const before = endedBefore(asked)
    if (asked.only) return things(await recordings(db, before).where('files.id', 'in', asked.only).execute(), asked)
    return dueByGroup(db, asked, null, async (groupId, after, most) =>
      things(
        await recordings(db, before)
          .where('evidence.groupId', '=', groupId)
          .where('files.id', '>', after)
          .orderBy('files.id')
          .limit(most)
          .execute(),
        asked,
      ),
    )
  },
  async erase(trx, things, { erases }) {
    const rows = await trx
      .selectFrom('evidenceFiles')
      .select(['evidenceId', 'fileId'])
      .where('fileId', 'in', things)
      .execute()
    for (const { evidenceId, fileId } of rows) {
      const piece = await pieceIn(trx, evidenceId)
      const file = piece?.files.find(one => one.id === fileId)
      if (!piece || !file) continue
      await takeFileOut(trx, piece, file, erases)
      await record(trx, { kind: 'file erased', by: null, ...aboutPiece(piece), file: fileId })
    }
  },
}

const ended = sql<string>`coalesce(enquiries.finished_at, groups.closed_at)`

function recordings(db: Db, before: string) {
  return db
    .selectFrom('evidence')
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .innerJoin('enquiries', 'enquiries.id', 'evidence.enquiryId')
    .innerJoin('groups', 'groups.id', 'evidence.groupId')
    .select(['files.id', 'evidence.groupId', 'evidence.number'])
    .select(ended.as('ended'))
    .where(ended, '<', before)
    .where('files.kind', 'in', ['sound', 'film'])
    .where('files.erasedAt', 'is', null)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .where(({ not }) => not(isCited))
}

function things(
  rows: { id: string; groupId: string; number: number; ended: string }[],
  { months }: Pick<WhatIsDue, 'months'>,
): DueThing[] {
  return rows.map(({ id, groupId, number, ended: since }) => ({
    thing: id,
    groupId,
    label: `E${number}`,
    dueOn: overOn(since, months),
  }))
}
