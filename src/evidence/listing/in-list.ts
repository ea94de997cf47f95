import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import type { Piece } from '../evidence.js'
import type { PieceCard } from './cards.js'
import { filtersIn, furtherFilters } from './filters.js'
import { placeOfPiece } from './listing.js'
import type { Narrowing } from './narrowing.js'
import { sortIn } from './sorting.js'

/** Where a piece stands in the list from which somebody came to it. */
export interface PlaceInList {
  place: number
  total: number
  list: string
  previous: string | null
  next: string | null
}

/** The card leads to the piece within this list. @param list filters and order, as they stand in the address of the list */
export function inList(card: PieceCard, list: string): PieceCard {
  return { ...card, href: hrefOf(card.id, list) }
}

export function withQuery(address: string, query: string): string {
  return query ? `${address}?${query}` : address
}

export function withTick(list: string, page: number): string {
  const query = new URLSearchParams(list)
  if (page > 1) query.set('page', `${page}`)
  query.set('tick', 'page')
  return query.toString()
}

/**
 * The piece before and the piece after this one, in the list that the address names; undefined where the piece is not in it
 * any more.
 */
export async function placeInList(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  narrows: Narrowing[],
  piece: Pick<Piece, 'id' | 'gatheredOn' | 'number'>,
  list: string,
): Promise<PlaceInList | undefined> {
  const asked = { query: Object.fromEntries(new URLSearchParams(list)) }
  const { among } = await furtherFilters(asked, db, person, enquiry, narrows)
  const sort = sortIn(asked, enquiry.standing.member)
  const at = await placeOfPiece(db, person, enquiry, piece, { filters: filtersIn(asked), among, sort })
  if (!at) return undefined
  const leadTo = (id: string | null) => id && hrefOf(id, list)
  return {
    place: at.place,
    total: at.total,
    list: withQuery(`/groups/${enquiry.groupId}/evidence`, list),
    previous: leadTo(at.previous),
    next: leadTo(at.next),
  }
}

/** Even a list of everything is named, so that the piece knows it was reached from there. */
function hrefOf(id: string, list: string): string {
  return `/evidence/${id}?${new URLSearchParams({ list: list || 'all' }).toString()}`
}
