import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import type { BlindReading } from '../tables.js'

/** The blind reading in which this person is the second reader of a piece, until both readers are done. */
export async function readingOf(
  db: Db,
  person: Person,
  evidenceId: string,
): Promise<(BlindReading & { codeIds: string[] }) | null> {
  const reading = await db
    .selectFrom('blindReadings')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.readingId', 'blindReadings.id')
    .selectAll('blindReadings')
    .where('blindReadingPieces.evidenceId', '=', evidenceId)
    .where('blindReadings.secondReader', '=', person.id)
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .executeTakeFirst()
  if (!reading) return null
  const codes = await db.selectFrom('blindReadingCodes').select('codeId').where('readingId', '=', reading.id).execute()
  return { ...reading, codeIds: codes.map(code => code.codeId) }
}
