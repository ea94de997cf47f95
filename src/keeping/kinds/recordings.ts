import { sql } from 'kysely'
import { aboutPiece } from '../../evidence/as-fact.js'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { takeFileOut } from '../../evidence/withdrawing/withdrawing.js'
import { record } from '../../facts/facts.js'
import { endedBefore, overOn } from './days.js'
import type { KeptKind } from './kind.js'

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
    const ended = sql<string>`coalesce(enquiries.finished_at, groups.closed_at)`
    const rows = await db
      .selectFrom('evidenceFiles')
      .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
      .innerJoin('evidence', 'evidence.id', 'evidenceFiles.evidenceId')
      .innerJoin('enquiries', 'enquiries.id', 'evidence.enquiryId')
      .innerJoin('groups', 'groups.id', 'evidence.groupId')
      .select(['files.id', 'evidence.groupId', 'evidence.number'])
      .select(ended.as('ended'))
      .where('groups.networkId', '=', asked.networkId)
      .where(ended, '<', endedBefore(asked))
      .where('files.kind', 'in', ['sound', 'film'])
      .where('files.erasedAt', 'is', null)
      .where('evidence.sharedWithGroupAt', 'is not', null)
      .where(
        sql<boolean>`not exists (select 1 from edition_evidence as cited join editions on editions.id = cited.edition_id
          where cited.evidence_id = evidence.id and editions.withdrawn_at is null)`,
      )
      .$if(asked.only !== undefined, query => query.where('files.id', 'in', asked.only!))
      .where('files.id', '>', asked.after ?? '')
      .orderBy('files.id')
      .limit(asked.most)
      .execute()
    return rows.map(({ id, groupId, number, ended: since }) => ({
      thing: id,
      groupId,
      label: `E${number}`,
      dueOn: overOn(since, asked.months),
    }))
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
