import type { ErasingAlong } from '../../evidence/withdrawing/erasing-along.js'

/** A draft that is erased altogether was never told: what the group chose about it goes with it. A gap keeps its number. */
export const forgetChosenDrafts: ErasingAlong = async (trx, piece, fileId) => {
  if (fileId !== undefined) return
  await trx
    .deleteFrom('writeUpPieces')
    .where('evidenceId', '=', piece.id)
    .where('evidenceId', 'in', query =>
      query.selectFrom('evidence').select('evidence.id').where('evidence.sharedWithGroupAt', 'is', null),
    )
    .execute()
}
