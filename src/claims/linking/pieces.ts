import type { Db } from '../../database.js'
import { evidenceInGroups, evidenceVisibleTo, type Piece } from '../../evidence/evidence.js'
import { filled } from '../../evidence/loading-pieces.js'
import type { Reader } from '../../names/reader.js'
import { isGapFor } from '../../reach/finding.js'

/**
 * Those of these pieces that the person may read, and the gaps that pieces they could read have left, by their ids.
 * A gap keeps its number, its school and its kind, and nothing of what it said.
 */
export async function piecesById(db: Db, person: Reader, ids: string[]): Promise<Map<string, Piece>> {
  if (ids.length === 0) return new Map()
  const unique = [...new Set(ids)]
  const readable = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .where('evidence.id', 'in', unique)
    .execute()
  const gaps = await evidenceInGroups(db)
    .selectAll('evidence')
    .where('evidence.id', 'in', unique)
    .where(eb => isGapFor(eb, person))
    .execute()
  const pieces = (await filled(db, person, [...readable, ...gaps])).map(piece => (piece.gap ? emptied(piece) : piece))
  return new Map(pieces.map(piece => [piece.id, piece]))
}

function emptied(piece: Piece): Piece {
  return { ...piece, title: '', whatWeSaw: '', withdrawnBecause: null, files: [] }
}
