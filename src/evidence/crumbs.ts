import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import { crumbsOf } from '../enquiries/head.js'
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

/** The way to a piece, as far as the reader can walk it; with the piece itself for the pages behind it. */
export async function crumbsTo(db: Db, person: Reader, piece: Piece, behind = false): Promise<Crumb[]> {
  return crumbsIn(await enquiryOf(db, person, piece), piece, behind)
}

/** The same, where the piece's enquiry is found already. */
export function crumbsIn(enquiry: Enquiry | undefined, piece: Piece, behind = false): Crumb[] {
  const evidence = { href: `/groups/${piece.groupId}/evidence`, text: 'Evidence' }
  const before = enquiry ? crumbsOf(enquiry, evidence) : []
  return behind ? [...before, { href: `/evidence/${piece.id}`, text: numberOf(piece) }] : before
}
