import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import type { Place } from '../../evidence/readable-texts/anchoring.js'
import { makePassage } from '../../evidence/readable-texts/passages.js'
import type { Passage, ReadableText } from '../../evidence/tables.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import type { FoundClaim } from '../claims.js'
import { mayBeLinked, type LinkedPiece, whyNot } from './linking.js'
import { factAboutClaim } from '../making/making.js'
import type { Bearing } from '../tables.js'

/**
 * Says that some words of a piece speak for a claim or against it. The same words again change sides, or say why anew.
 * @param text a text of the piece, as `textsOf` gave it
 * @throws Conflict when the piece may not be linked, or no words were chosen
 */
export async function linkPassage(
  trx: Trx,
  claim: FoundClaim,
  piece: LinkedPiece,
  text: ReadableText,
  place: Place,
  person: Person,
  { bearing, note }: { bearing: Bearing; note?: string },
): Promise<Passage> {
  if (!mayBeLinked(claim, piece)) throw new Conflict(whyNot(piece))
  const link = { bearing, linkedAt: now(), linkedBy: person.id, ...(note ? { note } : {}) }

  const passage = await makePassage(trx, text, place, person)
  await numberPassage(trx, passage)
  await trx
    .insertInto('claimPassages')
    .values({ claimId: claim.id, passageId: passage.id, evidenceId: piece.id, ...link })
    .onConflict(c => c.columns(['claimId', 'passageId']).doUpdateSet(link))
    .execute()
  const deed = { by: person, ...factAboutClaim(claim, claim.enquiry), piece: piece.number }
  await record(trx, { kind: 'passage linked to a claim', ...deed, bearing })
  return passage
}

async function numberPassage(trx: Trx, { id, evidenceId }: Passage): Promise<void> {
  const known = await trx.selectFrom('passageNumbers').select('number').where('passageId', '=', id).executeTakeFirst()
  if (known) return
  const { last } = await trx
    .selectFrom('passageNumbers')
    .select(eb => eb.fn.max('number').as('last'))
    .where('evidenceId', '=', evidenceId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('passageNumbers')
    .values({ passageId: id, evidenceId, number: Number(last ?? 0) + 1 })
    .execute()
}

/** A passage that is linked to the claim, with the number of its piece. @throws NotFound */
export async function findLinkedPassage(
  db: Db,
  claim: FoundClaim,
  passageId: string,
): Promise<{ passageId: string; number: number }> {
  return db
    .selectFrom('claimPassages')
    .innerJoin('evidence', 'evidence.id', 'claimPassages.evidenceId')
    .select(['claimPassages.passageId', 'evidence.number'])
    .where('claimPassages.claimId', '=', claim.id)
    .where('claimPassages.passageId', '=', passageId)
    .executeTakeFirstOrThrow(() => new NotFound('passage on this claim'))
}

/** Says why a linked passage bears on the claim. */
export async function noteOnPassage(db: Db, claim: FoundClaim, passageId: string, note: string): Promise<void> {
  await db
    .updateTable('claimPassages')
    .set({ note })
    .where('claimId', '=', claim.id)
    .where('passageId', '=', passageId)
    .execute()
}

/** Takes a passage away from a claim. The words stay where they are, and write-ups that quote them still do. */
export async function unlinkPassage(
  trx: Trx,
  claim: FoundClaim,
  { passageId, number }: { passageId: string; number: number },
  person: Person,
): Promise<void> {
  const gone = await trx
    .deleteFrom('claimPassages')
    .where('claimId', '=', claim.id)
    .where('passageId', '=', passageId)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  const deed = { by: person, ...factAboutClaim(claim, claim.enquiry), piece: number }
  await record(trx, { kind: 'passage unlinked from a claim', ...deed })
}
