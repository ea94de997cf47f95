import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { Evidence } from '../../evidence/tables.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { gaps, notShared } from '../../reach/reaches.js'
import type { FoundClaim } from '../claims.js'
import { factAboutClaim } from '../making/making.js'
import type { Bearing } from '../tables.js'

/** What has to be known of a piece before it is linked. */
export type LinkedPiece = Pick<Evidence, 'id' | 'number' | 'groupId' | 'reach'>

/**
 * Says that a piece speaks for a claim or against it, and why. A piece that is linked already changes sides.
 * @throws Conflict when the piece is another group's, still a private draft, or withdrawn.
 */
export async function linkEvidence(
  trx: Trx,
  claim: FoundClaim,
  piece: LinkedPiece,
  person: Person,
  { bearing, note }: { bearing: Bearing; note?: string },
): Promise<void> {
  if (!mayBeLinked(claim, piece)) throw new Conflict(whyNot(piece))
  const link = { bearing, linkedAt: now(), linkedBy: person.id, ...(note === undefined ? {} : { note }) }

  await trx
    .insertInto('claimEvidence')
    .values({ claimId: claim.id, evidenceId: piece.id, ...link })
    .onConflict(c => c.columns(['claimId', 'evidenceId']).doUpdateSet(link))
    .execute()
  const deed = { by: person, ...factAboutClaim(claim, claim.enquiry), piece: piece.number }
  await record(trx, { kind: 'evidence linked to a claim', ...deed, bearing })
}

/** Only what the whole group can read is linked, so that a claim rests on the same pieces for each of them. */
export function mayBeLinked({ groupId }: { groupId: string }, piece: LinkedPiece): boolean {
  return piece.groupId === groupId && !notShared.includes(piece.reach)
}

export function whyNot(piece: LinkedPiece): string {
  if (gaps.includes(piece.reach)) return 'This piece has been withdrawn, so nothing can rest on it any more.'
  if (piece.reach === 'author')
    return 'This piece is still your own draft. Share it with the group first, and then link it.'
  return 'This piece belongs to another group.'
}

/** A piece that is linked to the claim, whoever may read it. @throws NotFound */
export async function findLinkedPiece(
  db: Db,
  claim: FoundClaim,
  pieceId: string,
): Promise<Pick<Evidence, 'id' | 'number'>> {
  return db
    .selectFrom('claimEvidence')
    .innerJoin('evidence', 'evidence.id', 'claimEvidence.evidenceId')
    .select(['evidence.id', 'evidence.number'])
    .where('claimEvidence.claimId', '=', claim.id)
    .where('evidence.id', '=', pieceId)
    .executeTakeFirstOrThrow(() => new NotFound('piece on this claim'))
}

/** Says why a linked piece bears on the claim. */
export async function noteOnLink(db: Db, claim: FoundClaim, evidenceId: string, note: string): Promise<void> {
  await db
    .updateTable('claimEvidence')
    .set({ note })
    .where('claimId', '=', claim.id)
    .where('evidenceId', '=', evidenceId)
    .execute()
}

/** Takes a piece away from a claim; linking it again brings it back, without its note. */
export async function unlinkEvidence(
  trx: Trx,
  claim: FoundClaim,
  piece: Pick<Evidence, 'id' | 'number'>,
  person: Person,
): Promise<void> {
  const gone = await trx
    .deleteFrom('claimEvidence')
    .where('claimId', '=', claim.id)
    .where('evidenceId', '=', piece.id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  const deed = { by: person, ...factAboutClaim(claim, claim.enquiry), piece: piece.number }
  await record(trx, { kind: 'evidence unlinked from a claim', ...deed })
}
