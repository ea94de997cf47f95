import type { ClaimInView, Linked } from '../claims/claims.js'
import { coverageOf } from '../claims/coverage/coverage.js'
import { underNames } from '../claims/linking/in-its-sentence.js'
import { codesAsBook } from '../coding/codebook/book.js'
import type { PassageLine } from '../coding/passages/passage-lines.js'
import { passageLines } from '../coding/passages/passage-lines.js'
import type { Db } from '../database.js'
import type { Piece } from '../evidence/evidence.js'
import { listed } from '../words/words.js'
import type { Codes } from './project/codes.js'
import type { Gathered } from './gathering.js'

/** A piece as it stands in a copy: for outsiders its names are pseudonyms. */
export function pieceInCopy(piece: Piece, { called, audience }: Gathered): Piece {
  return {
    ...piece,
    title: called.read(piece.title),
    whatWeSaw: called.read(piece.whatWeSaw),
    elsewhere: audience === 'group' ? called.read(piece.elsewhere) : piece.elsewhere && 'elsewhere',
    author: called.person(piece.loggedBy, piece.author),
    schools: piece.schools.map(school => ({ ...school, name: called.school(school) })),
  }
}

/** A claim as it stands in a copy: only what is in the copy bears on it, under the names of the copy. */
export function claimInCopy(claim: ClaimInView, copy: Gathered): ClaimInView {
  const { called, audience } = copy
  const sides = { for: sideInCopy(claim.for, copy), against: sideInCopy(claim.against, copy) }
  const coverage = coverageOf(piecesOf(sides.for), piecesOf(sides.against))
  return {
    ...claim,
    ...sides,
    claim: called.read(claim.claim),
    sureBecause: called.read(claim.sureBecause),
    whatWouldChange: called.read(claim.whatWouldChange),
    retiredBecause: claim.retiredBecause && called.read(claim.retiredBecause),
    madeByName: called.person(claim.madeBy, claim.madeByName),
    coverage: { ...coverage, warnings: audience === 'group' ? claim.coverage.warnings : [] },
  }
}

function sideInCopy(linked: Linked[], copy: Gathered): Linked[] {
  const included = new Set(copy.pieces.map(piece => piece.id))
  return linked
    .filter(({ piece }) => included.has(piece.id))
    .map(one => ({
      ...one,
      piece: pieceInCopy(one.piece, copy),
      note: copy.called.read(one.note),
      quotations: one.quotations.map(quotation => ({
        ...quotation,
        ...underNames(text => copy.called.read(text), quotation),
        note: copy.called.read(quotation.note),
      })),
    }))
}

function piecesOf(linked: Linked[]): Piece[] {
  return linked.map(({ piece }) => piece)
}

/** The coded passages of a copy with what stands around them, under the names of the copy. */
export async function passagesInCopy(db: Db, { pieces, called }: Gathered, codes: Codes): Promise<PassageLine[]> {
  const found = new Map(pieces.map(piece => [piece.id, piece]))
  const makers = new Map(codes.codings.map(coding => [coding.id, coding]))
  const passages = codes.codings.map(coding => {
    const { number, title, kind, gatheredOn } = found.get(coding.evidenceId)!
    return { ...coding, textId: coding.readableTextId, number, title, kind, gatheredOn }
  })
  return (await passageLines(db, passages, codesAsBook(codes.codes))).map(line => {
    const { evidenceId, madeBy, madeByName } = makers.get(line.id)!
    return {
      ...line,
      ...underNames(text => called.read(text), line),
      title: called.read(line.title),
      schools: listed(found.get(evidenceId)!.schools.map(school => called.school(school))),
      by: called.person(madeBy, madeByName),
    }
  })
}
