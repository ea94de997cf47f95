import type { Db } from '../database.js'
import type { Reader } from '../names/reader.js'
import { enquiriesOf, type Enquiry } from '../enquiries/enquiry.js'
import type { Piece } from './evidence.js'
import type { ReadableText } from './tables.js'

/** What the page of a piece has loaded already, for the parts of later rooms. */
export interface AroundPiece {
  /** The cycle that its group is on, for those who stand in some relation to the group. */
  enquiry: Enquiry | undefined
  /** Its texts as they stand now. */
  texts: ReadableText[]
}

/**
 * A later room's part of the page of a piece, such as the claims it speaks for and against: `onPiece` of its room. Parts
 * stand in the order of the rooms, beneath the piece itself.
 */
export interface PiecePart<Data extends object = object> {
  /** A view part, such as `claims/_on-piece`; it is handed what `load` gives. */
  view: string
  /** What the part shows; undefined shows nothing. It decides itself what this person may see and do. */
  load(db: Db, person: Reader, piece: Piece, around: AroundPiece): Promise<Data | undefined>
}

export async function pieceParts(parts: PiecePart[], db: Db, person: Reader, piece: Piece, texts: ReadableText[]) {
  const [enquiry] = await enquiriesOf(db, person, [piece.groupId])
  const toShow: { view: string; data: object }[] = []
  for (const part of parts) {
    const data = await part.load(db, person, piece, { enquiry, texts })
    if (data) toShow.push({ view: part.view, data })
  }
  return toShow
}
