import type { Db } from '../database.js'
import type { Piece } from '../evidence/evidence.js'
import type { PiecePart } from '../evidence/piece-parts.js'
import type { ReadableText } from '../evidence/tables.js'
import { mayBeLinked } from './linking/linking.js'
import { mayMakeClaims, mayReadOfCycle } from './permissions.js'
import {
  choicesAmong,
  type ClaimChoice,
  type OpenClaim,
  openClaims,
  type UsedWords,
  wordsUsed,
} from './linking/using-words.js'

interface ClaimOnPiece {
  id: string
  label: string
  claim: string
  href: string
}

export interface ClaimsOnPiece {
  piece: { id: string; number: number }
  linked: (ClaimOnPiece & { bearing: string; note: string })[]
  /** Single passages of it that claims lean on. */
  quoted: UsedWords[]
  /** Using its words for a claim; null where there are none, or for those who may not. */
  use: { address: string; text: string | null; claims: ClaimChoice[] } | null
  /** Claims that it does not bear on yet; empty for those who may not link. */
  others: ClaimOnPiece[]
  /** Where a new claim begins with this piece; empty for those who may not. */
  newClaim: string
}

/** On a piece's own page: the claims it speaks for and against, and every other claim one press away. */
export const claimsOnPiece: PiecePart<ClaimsOnPiece> = {
  view: 'claims/_on-piece',
  async load(db, person, piece, { enquiry, texts }) {
    if (!enquiry || piece.gap) return undefined
    const { read } = enquiry.names
    const linked = read(await linkedTo(db, piece)).filter(claim => mayReadOfCycle(enquiry, claim))
    const may = { use: mayMakeClaims(enquiry) && mayBeLinked(enquiry, piece) }
    const quoted = await wordsUsed(db, person, { piece, enquiry, texts, may })
    if (linked.length === 0 && quoted.length === 0 && !may.use) return undefined
    const open = may.use ? await openClaims(db, enquiry) : []
    const others = open.filter(claim => !linked.some(one => one.id === claim.id))
    return {
      piece: { id: piece.id, number: piece.number },
      linked: linked.map(claim => ({ ...named(claim), bearing: claim.bearing, note: claim.note })),
      quoted,
      use: may.use && texts.length > 0 ? use(piece, texts, open) : null,
      others: others.map(named),
      newClaim: may.use ? `/groups/${piece.groupId}/claims/new?piece=${piece.id}` : '',
    }
  },
}

function use(piece: Piece, texts: ReadableText[], open: OpenClaim[]) {
  const text = texts.find(one => one.source === 'words')?.id ?? null
  return { address: `/evidence/${piece.id}/passages`, text, claims: choicesAmong(open) }
}

function named({ id, number, claim }: { id: string; number: number; claim: string }): ClaimOnPiece {
  return { id, claim, label: `C${number}`, href: `/claims/${id}` }
}

function linkedTo(db: Db, piece: Piece) {
  return db
    .selectFrom('claimEvidence')
    .innerJoin('claims', 'claims.id', 'claimEvidence.claimId')
    .selectAll('claims')
    .select(['claimEvidence.bearing', 'claimEvidence.note'])
    .where('claimEvidence.evidenceId', '=', piece.id)
    .orderBy('claims.number')
    .execute()
}
