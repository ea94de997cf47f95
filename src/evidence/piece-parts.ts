import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import type { Piece } from './evidence.js'

/**
 * A later room's part of the page of a piece, such as the claims it speaks for and against. Rooms add theirs in
 * src/piece-parts.ts; parts stand in that order, beneath the piece itself.
 */
export interface PiecePart<Data extends object = object> {
  /** A view part, such as `claims/_on-piece`; it is handed what `load` gives. */
  view: string
  /** What the part shows; undefined shows nothing. It decides itself what this person may see and do. */
  load(db: Db, person: Reader, piece: Piece): Promise<Data | undefined>
}

export async function pieceParts(parts: PiecePart[], db: Db, person: Reader, piece: Piece) {
  const shown: { view: string; data: object }[] = []
  for (const part of parts) {
    const data = await part.load(db, person, piece)
    if (data) shown.push({ view: part.view, data })
  }
  return shown
}
