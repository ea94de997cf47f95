import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import { crumbsOf, type EnquiryHead, headOf } from '../enquiries/head.js'
import type { Reader } from '../names/reader.js'
import type { Crumb } from '../web/show.js'
import { numberOf } from './listing/cards.js'
import type { Piece } from './evidence.js'

/** The enquiry of a piece, or undefined for a reader of shared evidence to whom the group's own pages do not exist. */
export async function enquiryOf(db: Db, person: Reader, piece: Pick<Piece, 'enquiryId'>): Promise<Enquiry | undefined> {
  try {
    return await findEnquiryById(db, person, piece.enquiryId)
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** Where a piece stands and the way to it, as far as the reader can walk it; with the piece itself for the pages behind it. */
export async function placeOf(db: Db, person: Reader, piece: Piece, behind = false): Promise<PlaceOfPiece> {
  return placeIn(await enquiryOf(db, person, piece), piece, behind)
}

/** The same, where the piece's enquiry is found already. */
export function placeIn(enquiry: Enquiry | undefined, piece: Piece, behind = false): PlaceOfPiece {
  const evidence = { href: `/groups/${piece.groupId}/evidence`, text: 'Evidence' }
  const before = enquiry ? crumbsOf(enquiry, evidence) : []
  return {
    breadcrumbs: behind ? [...before, { href: `/evidence/${piece.id}`, text: numberOf(piece) }] : before,
    head: enquiry ? headOf(enquiry, 'evidence') : null,
  }
}

interface PlaceOfPiece {
  breadcrumbs: Crumb[]
  head: EnquiryHead | null
}
