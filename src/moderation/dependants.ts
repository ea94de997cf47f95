import type { Dependants } from '../evidence/withdrawing/dependants.js'
import type { ErasingAlong } from '../evidence/withdrawing/erasing-along.js'
import { forgetWords } from './pieces/putting-in.js'

/** Rounds in which the piece is judged. */
export const dependentRounds: Dependants = async (trx, piece) => {
  const rows = await trx
    .selectFrom('moderationPieces')
    .select(['number', 'agreedAt'])
    .where('evidenceId', '=', piece.id)
    .where('removedAt', 'is', null)
    .execute()
  return rows.map(row => ({
    kind: row.agreedAt ? 'Agreed judgement' : 'Piece that is judged together',
    name: `Piece ${row.number} of a round`,
    now: 'Shown to nobody who judges, and no example any more.',
  }))
}

/** What was said of a piece goes with its words. */
export const forgetJudgements: ErasingAlong = async (trx, piece, fileId) => {
  if (fileId !== undefined) return
  const rows = await trx.selectFrom('moderationPieces').select('id').where('evidenceId', '=', piece.id).execute()
  await forgetWords(
    trx,
    rows.map(row => row.id),
  )
}
