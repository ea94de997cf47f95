import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Tables, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Person } from '../../people/person.js'

/** While two people read blind, the codes they read with stay as they are. @throws Conflict */
export async function notBeingReadBlind(trx: Trx, codeIds: string[]): Promise<void> {
  const reading = await trx
    .selectFrom('blindReadingCodes')
    .innerJoin('blindReadings', 'blindReadings.id', 'blindReadingCodes.readingId')
    .innerJoin('codes', 'codes.id', 'blindReadingCodes.codeId')
    .select(['blindReadings.number', 'codes.name'])
    .where('blindReadingCodes.codeId', 'in', codeIds)
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .executeTakeFirst()
  if (reading)
    throw new Conflict(
      `Blind reading ${reading.number} is going on with the code “${reading.name}”, so it stays as it is until both readers are done.`,
    )
}

/**
 * Whether the person is reading this piece blind as its second reader: they see no coding of others there until both are
 * done. Goes into every question about codings and about memos on passages.
 */
export function isReadBlind(
  eb: ExpressionBuilder<Tables, 'evidence'>,
  person: Pick<Person, 'id'>,
): Expression<SqlBool> {
  return eb.exists(
    eb
      .selectFrom('blindReadings')
      .innerJoin('blindReadingPieces', 'blindReadingPieces.readingId', 'blindReadings.id')
      .select('blindReadings.id')
      .whereRef('blindReadingPieces.evidenceId', '=', 'evidence.id')
      .where('blindReadings.secondReader', '=', person.id)
      .where('blindReadings.comparedAt', 'is', null)
      .where('blindReadings.stoppedAt', 'is', null),
  )
}
