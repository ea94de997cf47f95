import type { Db } from '../database.js'
import { type Enquiry, enquiriesOf } from '../enquiries/enquiry.js'
import type { Piece } from '../evidence/evidence.js'
import type { PiecePart } from '../evidence/piece-parts.js'
import { mayBeLinked } from './linking.js'
import { mayMakeClaims, mayReadFindings } from './permissions.js'

interface ClaimOnPiece {
  id: string
  label: string
  claim: string
  href: string
}

export interface ClaimsOnPiece {
  piece: { id: string; number: number }
  linked: (ClaimOnPiece & { bearing: string; note: string })[]
  /** Claims that it does not bear on yet; empty for those who may not link. */
  others: ClaimOnPiece[]
  /** Where a new claim begins with this piece; empty for those who may not. */
  newClaim: string
}

/** On a piece's own page: the claims it speaks for and against, and every other claim one press away. */
export const claimsOnPiece: PiecePart<ClaimsOnPiece> = {
  view: 'claims/_on-piece',
  async load(db, person, piece) {
    const [enquiry] = await enquiriesOf(db, person, [piece.groupId])
    if (!enquiry || piece.gap) return undefined
    const linked = (await linkedTo(db, piece)).filter(claim => mayReadFindings(enquiry, claim))
    const mayLink = mayMakeClaims(enquiry) && mayBeLinked(enquiry, piece)
    if (linked.length === 0 && !mayLink) return undefined
    return {
      piece: { id: piece.id, number: piece.number },
      linked: linked.map(claim => ({ ...named(claim), bearing: claim.bearing, note: claim.note })),
      others: mayLink
        ? (
            await othersIn(
              db,
              enquiry,
              linked.map(claim => claim.id),
            )
          ).map(named)
        : [],
      newClaim: mayLink ? `/groups/${piece.groupId}/claims/new?piece=${piece.id}` : '',
    }
  },
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

async function othersIn(db: Db, enquiry: Enquiry, linkedIds: string[]) {
  const claims = await db
    .selectFrom('claims')
    .select(['id', 'number', 'claim'])
    .where('enquiryId', '=', enquiry.id)
    .where('retiredAt', 'is', null)
    .orderBy('number')
    .execute()
  return claims.filter(claim => !linkedIds.includes(claim.id))
}
