import type { Db } from '../../database.js'
import { type Thread, threadAbout } from '../../enquiries/comments/thread-shown.js'
import type { Threads } from '../../enquiries/comments/threads.js'
import { enquiriesById, type Enquiry } from '../../enquiries/enquiry.js'
import { citationsIn } from '../../knowledge/citing/citing.js'
import type { Reader } from '../../names/reader.js'
import type { FormState } from '../../web/read.js'
import { evidenceVisibleTo, type Piece } from '../evidence.js'
import { numberOf } from '../listing/cards.js'

/** What the group and its visitors say about a piece. @param form what was typed, where it needs mending */
export function threadOfPiece(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  piece: Piece,
  form?: FormState,
): Promise<Thread> {
  const page = `/evidence/${piece.id}`
  return threadAbout(db, person, enquiry, aboutThePiece(piece), {
    page,
    address: `${page}/comments`,
    cites: citationsIn,
    ...(form ? { form } : {}),
  })
}

/** How comments know a piece. */
export function aboutThePiece(piece: Piece): { aboutKind: string; aboutId: string } {
  return { aboutKind: 'evidence', aboutId: piece.id }
}

/** The pieces that somebody comments on: a draft has no thread, and a group's thread is for those who stand by it. */
export const piecesCommentedOn: Threads[string] = async (db, person, ids, loaded) => {
  if (ids.length === 0) return new Map()
  const pieces = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.enquiryId'])
    .where('evidence.id', 'in', ids)
    .where('evidence.sharedWithGroupAt', 'is not', null)
    .execute()
  const enquiries = await enquiriesById(
    db,
    person,
    pieces.map(piece => piece.enquiryId),
    loaded,
  )
  const within = pieces.filter(piece => enquiries.has(piece.enquiryId))
  return new Map(
    within.map(piece => [piece.id, { name: `evidence ${numberOf(piece)}`, page: `/evidence/${piece.id}` }]),
  )
}
