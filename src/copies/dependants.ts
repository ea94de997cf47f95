import type { Dependants } from '../evidence/withdrawing/dependants.js'
import { consentAudienceNamed } from '../reach/audiences.js'
import { day } from '../words/words.js'

/** Copies that were taken with the piece in them: somebody has it on a disk that no withdrawal reaches. */
export const dependentCopies: Dependants = async (trx, piece) => {
  const rows = await trx
    .selectFrom('copyPieces')
    .innerJoin('copies', 'copies.id', 'copyPieces.copyId')
    .innerJoin('people', 'people.id', 'copies.takenBy')
    .select(['copies.id', 'copies.takenAt', 'copies.audience', 'people.name as takenBy'])
    .where('copyPieces.evidenceId', '=', piece.id)
    .orderBy('copies.takenAt')
    .execute()
  return rows.map(row => ({
    kind: 'Copy',
    name: `taken on ${day(row.takenAt)} by ${row.takenBy}`,
    now: `It was taken for ${consentAudienceNamed(row.audience).name}. Ask them to delete the piece; it is not in the copy any more when it is downloaded again.`,
    href: `/copies/${row.id}`,
  }))
}
