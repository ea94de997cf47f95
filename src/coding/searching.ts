import type { Db } from '../database.js'
import type { Searchable } from '../search/searchables.js'

/**
 * While a piece is being read blind, nobody comes upon the passages that somebody marked in it: the second reader would
 * see the first's, and the others the second's.
 */
export function unlessReadBlind(passages: Searchable): Searchable {
  return {
    ...passages,
    async find(db, person, records) {
      const blind = await inBlindReadings(db, records)
      return passages.find(
        db,
        person,
        records.filter(id => !blind.has(id)),
      )
    },
  }
}

async function inBlindReadings(db: Db, passages: string[]): Promise<Set<string>> {
  if (passages.length === 0) return new Set()
  const rows = await db
    .selectFrom('passages')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.evidenceId', 'passages.evidenceId')
    .innerJoin('blindReadings', 'blindReadings.id', 'blindReadingPieces.readingId')
    .select('passages.id')
    .where('passages.id', 'in', passages)
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .execute()
  return new Set(rows.map(row => row.id))
}
