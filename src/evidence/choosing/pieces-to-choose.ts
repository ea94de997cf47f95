import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { notShared } from '../../reach/reaches.js'
import { pageNumber, type PageOf, pageOf } from '../../web/page-of.js'
import type { Piece } from '../evidence.js'
import { kindKeys, kindNamed } from '../kinds.js'
import { cardOf, type PieceCard } from '../listing/cards.js'
import { filtersIn, furtherFilters } from '../listing/filters.js'
import { evidenceOf, noFilters, piecesAPage, sourcesOf } from '../listing/listing.js'
import type { Narrowing } from '../listing/narrowing.js'

/** A field above a list that narrows it. */
export interface NarrowingField {
  name: string
  label: string
  value: string
  options?: { value: string; text: string }[]
}

/** One press of a button at a piece, sent as a form. */
export interface Press {
  address: string
  fields: Record<string, string>
  text: string
  /** Looks like a link, for what is rare. */
  plain?: boolean
  /** Where one of several is pressed: a button each, which says it under its name. */
  sides?: { name: string; value: string; text: string }[]
}

/** A piece as something that can be chosen: what was chosen of it already, and what can be pressed. */
export interface PieceToChoose {
  id: string
  card: PieceCard
  /** `Speaks for`, `Chosen`; empty when it is not chosen. */
  tag: string
  presses: Press[]
}

/** The page on which pieces of evidence are chosen for a claim, an action or a recommendation (views/evidence/_choosing.ejs). */
export interface Choosing<Chosen extends PieceToChoose = PieceToChoose> {
  fields: NarrowingField[]
  page: PageOf<Chosen>
  /** What was chosen before, whatever the list is narrowed to; it stands on top. */
  chosen: PieceToChoose[]
  /** Where nothing is narrowed. */
  address: string
}

/**
 * The group's pieces to choose from, of every cycle, the newest first and a page at a time; private drafts are not among
 * them.
 * @param req its query string may ask for words, a school, a kind, what other rooms narrow by, and a page
 */
export async function piecesToChoose(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  req: Request,
  narrows: Narrowing[],
): Promise<{ fields: NarrowingField[]; page: PageOf<Piece> }> {
  const { words, school, kind } = filtersIn(req)
  const filters = { ...noFilters, words, school, kind }
  const further = await furtherFilters(req, db, person, enquiry, narrows)
  const number = pageNumber(req)
  const { pieces, total, counted } = await evidenceOf(
    db,
    person,
    enquiry,
    filters,
    number,
    further.among,
    '',
    notShared,
  )
  const shared = counted.filter(one => !notShared.includes(one.reach))
  const { schools } = await sourcesOf(db, person, enquiry.groupId, shared)
  const kinds = kindKeys.filter(key => shared.some(one => one.kind === key))
  return {
    page: pageOf(req, pieces, total, piecesAPage),
    fields: [
      { name: 'words', label: 'Words, or a number like E12', value: filters.words },
      {
        name: 'school',
        label: 'School',
        value: filters.school,
        options: schools.map(({ id, name }) => ({ value: id, text: name })),
      },
      {
        name: 'kind',
        label: 'Kind',
        value: filters.kind,
        options: kinds.map(key => ({ value: key, text: kindNamed(key) })),
      },
      ...further.fields,
    ],
  }
}

/** A piece that was chosen before, with the press that lets it go. */
export function chosenPiece(piece: Piece, person: Reader, tag: string, undo: Press): PieceToChoose {
  return { id: piece.id, card: cardOf(piece, person), tag, presses: [undo] }
}
