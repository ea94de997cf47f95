import type { ErasingAlong } from '../../evidence/withdrawing/erasing-along.js'

/** What an author was asked about a piece that they took back to a draft, and erased. */
export const forgetAskedDrafts: ErasingAlong = async (trx, piece, fileId) => {
  if (fileId !== undefined) return
  await trx
    .deleteFrom('pieceRequests')
    .where('evidenceId', '=', piece.id)
    .where('evidenceId', 'in', query =>
      query.selectFrom('evidence').select('evidence.id').where('evidence.sharedWithGroupAt', 'is', null),
    )
    .execute()
}
