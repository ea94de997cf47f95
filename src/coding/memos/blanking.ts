import type { ErasingAlong } from '../../evidence/withdrawing/erasing-along.js'

/**
 * What was written about words that are erased goes with them, in every version: memos on their passages, and what two
 * readers said about a difference there.
 */
export const blankMemos: ErasingAlong = async (trx, piece, fileId) => {
  const passages = trx
    .selectFrom('passages')
    .innerJoin('readableTexts', 'readableTexts.id', 'passages.readableTextId')
    .select('passages.id')
    .where('passages.evidenceId', '=', piece.id)
    .$if(fileId !== undefined, query => query.where('readableTexts.fileId', '=', fileId!))
  const memos = trx.selectFrom('memos').select('id').where('passageId', 'in', passages)
  await trx.updateTable('memoWords').set({ words: '' }).where('memoId', 'in', memos).execute()
  const differences = trx.selectFrom('differences').select('id').where('passageId', 'in', passages)
  await trx.updateTable('differenceRemarks').set({ words: '' }).where('differenceId', 'in', differences).execute()
}
