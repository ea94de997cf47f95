import type { Db } from '../../database.js'
import { evidenceInGroups, type Piece } from '../../evidence/evidence.js'
import { filled, ofWhom } from '../../evidence/loading-pieces.js'
import type { Reader } from '../../names/reader.js'
import { isGapFor, isReadableBy } from '../../reach/finding.js'

/**
 * Those of these pieces that the person may read, and the gaps that pieces they could read have left, by their ids.
 * A gap keeps its number, its school and its kind, and nothing of what it said.
 */
export async function piecesById(db: Db, person: Reader, ids: string[]): Promise<Map<string, Piece>> {
  if (ids.length === 0) return new Map()
  const unique = [...new Set(ids)]
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', 'in', unique)
    .where(eb => eb.or([isReadableBy(eb, person), isGapFor(eb, person)]))
    .execute()
  const pieces = (await filled(db, person, rows)).map(piece => (piece.gap ? emptied(piece) : piece))
  return new Map(pieces.map(piece => [piece.id, piece]))
}

function emptied(piece: Piece): Piece {
  return { ...piece, title: '', whatWeSaw: '', withdrawnBecause: null, files: [] }
}
