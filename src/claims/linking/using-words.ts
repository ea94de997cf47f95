import type { Db } from '../../database.js'
import { runsOf, type Run } from '../../coding/passages/marking-up.js'
import { sentencesOf } from '../../coding/passages/sentences.js'
import { type Enquiry, enquiriesOf } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { findEvidence, type Piece } from '../../evidence/evidence.js'
import { readableTextsOf } from '../../evidence/readable-texts/readable-texts.js'
import type { ReadableText } from '../../evidence/tables.js'
import type { Reader } from '../../names/reader.js'
import { mayBeLinked } from './linking.js'
import { mayMakeClaims, mayReadOfCycle } from '../permissions.js'
import { type Quotation, quotationsFor, textNamed } from './quotations.js'

/** A piece whose words may be used for claims, with its texts and its group's enquiry. */
export interface PieceWithWords {
  piece: Piece
  enquiry: Enquiry
  texts: ReadableText[]
  may: { use: boolean }
}

/** @throws NotFound unless the person may read the piece and stands by its group */
export async function findPieceWithWords(db: Db, person: Reader, id: string): Promise<PieceWithWords> {
  const piece = await findEvidence(db, person, id)
  const [enquiry] = await enquiriesOf(db, person, [piece.groupId])
  if (!enquiry) throw new NotFound('piece of evidence')
  const may = { use: mayMakeClaims(enquiry) && mayBeLinked(enquiry, piece) }
  return { piece, enquiry, texts: await readableTextsOf(db, piece), may }
}

export interface ClaimChoice {
  value: string
  text: string
}

/** The claims that words can be used for: those of the cycle that the group is on, and a new one. */
export async function claimChoices(db: Db, enquiry: Enquiry): Promise<ClaimChoice[]> {
  return choicesAmong(await openClaims(db, enquiry))
}

export interface OpenClaim {
  id: string
  number: number
  claim: string
}

/** The claims of a cycle that are not retired, for somebody who may read them all. */
export async function openClaims(db: Db, enquiry: Enquiry): Promise<OpenClaim[]> {
  const rows = await db
    .selectFrom('claims')
    .select(['id', 'number', 'claim'])
    .where('enquiryId', '=', enquiry.id)
    .where('retiredAt', 'is', null)
    .orderBy('number')
    .execute()
  return enquiry.names.read(rows)
}

export function choicesAmong(claims: OpenClaim[]): ClaimChoice[] {
  return [
    ...claims.map(({ id, number, claim }) => ({ value: id, text: `C${number} ${short(claim)}` })),
    { value: 'new', text: 'A new claim, which I write next' },
  ]
}

function short(words: string): string {
  return words.length > 80 ? `${words.slice(0, 80).replace(/\s\S*$/, '')} …` : words
}

/** A passage with the claim that leans on it. */
export interface UsedWords extends Quotation {
  claim: { label: string; words: string; href: string }
}

/** The passages of a piece that claims lean on, as far as the person may read the claims. */
export async function wordsUsed(db: Db, person: Reader, { piece, enquiry }: PieceWithWords): Promise<UsedWords[]> {
  const quotations = await quotationsFor(db, person, new Map([[piece.id, piece]]), { evidenceId: piece.id })
  if (quotations.length === 0) return []
  const rows = await db
    .selectFrom('claims')
    .select(['id', 'number', 'claim', 'sharedAt'])
    .where('id', 'in', [...new Set(quotations.map(one => one.claimId))])
    .execute()
  const { read } = enquiry.names
  const claims = new Map(
    read(rows)
      .filter(claim => mayReadOfCycle(enquiry, claim))
      .map(claim => [claim.id, claim]),
  )
  return quotations.flatMap(quotation => {
    const claim = claims.get(quotation.claimId)
    if (!claim) return []
    const named = { label: `C${claim.number}`, words: claim.claim, href: `/claims/${claim.id}` }
    return [{ ...quotation, note: read(quotation.note), claim: named }]
  })
}

/** A text of the piece with the passages that claims lean on drawn in it. */
export interface TextWithUses {
  id: string
  name: string
  runs: Run[]
  sentences: { startsAt: number; endsAt: number; text: string }[]
  used: UsedWords[]
}

/** Outside the group, where names are names, places in the words no longer hold: nothing is drawn there, and all is listed. */
export async function textsWithUses(
  db: Db,
  person: Reader,
  { piece, texts }: PieceWithWords,
  used: UsedWords[],
): Promise<TextWithUses[]> {
  const { read } = await person.namesIn(db, piece.groupId, piece.loggedBy)
  return texts.map(text => {
    const own = used.filter(one => one.textId === text.id && !one.lost)
    const words = read(text.words)
    const marks = own.map(({ claimId, passageId, startsAt, endsAt, bearing, claim }) => ({
      id: `${claimId} ${passageId}`,
      startsAt,
      endsAt,
      mark: `${claim.label} ${bearing}`,
      colour: bearing === 'for' ? 'sea' : 'clay',
    }))
    return {
      id: text.id,
      name: textNamed(piece, text),
      runs: runsOf(words, words === text.words ? marks : []),
      sentences: sentencesOf(text.words).map((place, at) => ({
        ...place,
        text: `${at + 1}. ${short(text.words.slice(place.startsAt, place.endsAt).replace(/\s+/g, ' '))}`,
      })),
      used: own,
    }
  })
}
