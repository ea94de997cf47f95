import type { Db } from '../../database.js'
import { bookOf } from '../../coding/codebook/book.js'
import { type CodedPassage, codingsOf } from '../../coding/passages/codings.js'
import { overlap } from '../../coding/passages/sentences.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Reader } from '../../names/reader.js'
import { type ClaimInView, claimsOf, type Linked } from '../claims.js'
import type { Quotation } from '../linking/quotations.js'
import type { Bearing } from '../tables.js'

/** Claims with the evidence that they lean on and the codes that this evidence carries, as this person may read all three. */
export type ClaimsOnMap = ClaimOnMap[]

export interface ClaimOnMap {
  id: string
  label: string
  claim: string
  href: string
  strength: string
  sides: { bearing: Bearing; pieces: PieceOnMap[] }[]
}

export interface PieceOnMap {
  id: string
  number: string
  title: string
  href: string
  gap: boolean
  schools: string[]
  /** The piece as a whole bears on the claim. */
  whole: boolean
  quotations: (Quotation & { codes: CodeOnMap[] })[]
  /** What it carries: on the words that the claim leans on, and anywhere in it when the whole of it bears. */
  codes: CodeOnMap[]
}

export interface CodeOnMap {
  id: string
  name: string
  mark: string
  colour: string
  href: string
  /** The ids of those that stand above it in the codebook. */
  above: string[]
}

/** What the map can be narrowed by: an id, or a school's name as the reader knows it. Empty narrows nothing. */
export interface MapFilters {
  claim: string
  code: string
  school: string
}

/** Only members read codes. What somebody reads blind carries none of the others' for them. */
export async function claimsOnMap(db: Db, person: Reader, enquiry: Enquiry): Promise<ClaimsOnMap> {
  const claims = (await claimsOf(db, person, enquiry)).filter(claim => !claim.retiredAt)
  const codes = await codesIn(db, person, enquiry)
  return claims.map(claim => onMap(claim, codes))
}

type Codes = (evidenceId: string) => (CodedPassage & { code: CodeOnMap })[]

async function codesIn(db: Db, person: Reader, enquiry: Enquiry): Promise<Codes> {
  if (!enquiry.standing.member) return () => []
  const book = await bookOf(db, enquiry)
  const codes = new Map(
    book.map(code => {
      const above = book.filter(other => other.below.includes(code.id)).map(other => other.id)
      const { id, name, mark, colour, href } = code
      return [id, { id, name, mark, colour, href, above }]
    }),
  )
  const of = new Map<string, (CodedPassage & { code: CodeOnMap })[]>()
  for (const coding of await codingsOf(db, person, enquiry)) {
    const code = codes.get(coding.codeId)
    if (code) of.set(coding.evidenceId, [...(of.get(coding.evidenceId) ?? []), { ...coding, code }])
  }
  return evidenceId => of.get(evidenceId) ?? []
}

function onMap(claim: ClaimInView, codes: Codes): ClaimOnMap {
  const { id, label, href, strength } = claim
  const side = (bearing: Bearing) => ({ bearing, pieces: claim[bearing].map(linked => pieceOnMap(linked, codes)) })
  return { id, label, claim: claim.claim, href, strength, sides: [side('for'), side('against')] }
}

function pieceOnMap({ piece, whole, quotations }: Linked, codes: Codes): PieceOnMap {
  const codings = piece.gap ? [] : codes(piece.id)
  const coded = quotations.map(quotation => ({
    ...quotation,
    codes: once(
      codings
        .filter(coding => !quotation.lost && coding.textId === quotation.textId && overlap(coding, quotation))
        .map(coding => coding.code),
    ),
  }))
  return {
    id: piece.id,
    number: numberOf(piece),
    title: piece.title,
    href: `/evidence/${piece.id}`,
    gap: piece.gap,
    schools: piece.schools.map(school => school.name),
    whole,
    quotations: coded,
    codes: whole ? once(codings.map(coding => coding.code)) : once(coded.flatMap(one => one.codes)),
  }
}

function once(codes: CodeOnMap[]): CodeOnMap[] {
  return [...new Map(codes.map(code => [code.id, code])).values()]
}

/** Only what answers: a claim that nothing of it is left of goes too, unless it was asked for itself. */
export function narrowedMap(claims: ClaimsOnMap, { claim: wanted, code, school }: MapFilters): ClaimsOnMap {
  const answers = (piece: PieceOnMap) =>
    (!school || piece.schools.includes(school)) &&
    (!code || piece.codes.some(one => one.id === code || one.above.includes(code)))
  return claims
    .filter(claim => !wanted || claim.id === wanted)
    .map(claim => ({
      ...claim,
      sides: claim.sides.map(side => ({ ...side, pieces: side.pieces.filter(answers) })),
    }))
    .filter(claim => (!code && !school) || claim.sides.some(side => side.pieces.length > 0))
}
