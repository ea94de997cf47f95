import type { Dependants } from '../evidence/withdrawing/dependants.js'

/** The codes that stand on a piece's passages, and the blind readings it is part of. */
export const dependentCodings: Dependants = async (trx, piece) => {
  const codes = await trx
    .selectFrom('codings')
    .innerJoin('codes', 'codes.id', 'codings.codeId')
    .select(['codes.id', 'codes.mark', 'codes.position'])
    .distinct()
    .where('codings.evidenceId', '=', piece.id)
    .where('codings.readingId', 'is', null)
    .where('codings.removedAt', 'is', null)
    .orderBy('codes.position')
    .execute()
  const readings = await trx
    .selectFrom('blindReadings')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.readingId', 'blindReadings.id')
    .select(['blindReadings.id', 'blindReadings.number'])
    .where('blindReadingPieces.evidenceId', '=', piece.id)
    .execute()
  return [
    ...codes.map(({ id, mark }) => ({
      kind: 'code',
      name: mark,
      now: 'Its passages from this piece are not shown or counted any more.',
      href: `/codes/${id}`,
    })),
    ...readings.map(({ id, number }) => ({
      kind: 'blind reading',
      name: String(number),
      now: 'The piece is not part of the comparison any more.',
      href: `/readings/${id}`,
    })),
  ]
}
