import type { Db } from '../database.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import type { Piece } from '../evidence/evidence.js'
import { NotFound } from '../errors.js'
import type { Person } from '../people/person.js'
import { type Coverage, coverageOf } from './coverage.js'
import { mayReadFindings } from './permissions.js'
import { piecesById } from './pieces.js'
import type { Claim } from './tables.js'

/** A claim together with the enquiry it belongs to, as somebody found it. */
export interface FoundClaim extends Claim {
  enquiry: Enquiry
}

export type Bearing = 'for' | 'against'

/** A piece that bears on a claim, and why. */
export interface Linked {
  piece: Piece
  note: string
}

/** A claim with the evidence for and against it that the reader may see. */
export interface ClaimInView extends Claim {
  /** `C3` */
  label: string
  href: string
  madeByName: string
  for: Linked[]
  against: Linked[]
  /** Drawn from the pieces in view. Only the group sees them all, so only its members are warned of what is missing. */
  coverage: Coverage
}

/** @throws NotFound unless the person may read this claim. */
export async function findClaim(db: Db, person: Person, id: string): Promise<FoundClaim> {
  const claim = await db.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirst()
  if (!claim) throw new NotFound('claim')
  const enquiry = await findEnquiryById(db, person, claim.enquiryId)
  if (!mayReadFindings(enquiry, claim)) throw new NotFound('claim')
  return { ...claim, enquiry }
}

/**
 * The claims of an enquiry's cycle that the person may read, in the order of their numbers, retired ones among them, each
 * with the evidence that this person may see. Lists, CSV, stage pages and the write-up all read them here.
 */
export async function claimsOf(db: Db, person: Person, enquiry: Enquiry): Promise<ClaimInView[]> {
  const claims = await named(db).where('claims.enquiryId', '=', enquiry.id).orderBy('claims.number').execute()
  const readable = claims.filter(claim => mayReadFindings(enquiry, claim))
  return withEvidence(db, person, enquiry, readable)
}

/** One claim with its evidence, for somebody who has found it. */
export async function claimInView(db: Db, person: Person, claim: FoundClaim): Promise<ClaimInView> {
  const row = await named(db).where('claims.id', '=', claim.id).executeTakeFirstOrThrow()
  const [inView] = await withEvidence(db, person, claim.enquiry, [row])
  return inView!
}

function named(db: Db) {
  return db
    .selectFrom('claims')
    .innerJoin('people', 'people.id', 'claims.madeBy')
    .selectAll('claims')
    .select('people.name as madeByName')
}

async function withEvidence(
  db: Db,
  person: Person,
  { standing: { member } }: Enquiry,
  claims: (Claim & { madeByName: string })[],
): Promise<ClaimInView[]> {
  const links = await linksOf(
    db,
    claims.map(claim => claim.id),
  )
  const pieces = await piecesById(
    db,
    person,
    links.map(link => link.evidenceId),
  )
  return claims.map(claim => {
    const side = (bearing: Bearing): Linked[] =>
      links
        .filter(link => link.claimId === claim.id && link.bearing === bearing && pieces.has(link.evidenceId))
        .map(link => ({ piece: pieces.get(link.evidenceId)!, note: link.note }))
    const [speakFor, against] = [side('for'), side('against')]
    const coverage = coverageOf(readable(speakFor), readable(against))
    return {
      ...claim,
      label: `C${claim.number}`,
      href: `/claims/${claim.id}`,
      for: speakFor,
      against,
      coverage: member ? coverage : { ...coverage, warnings: [] },
    }
  })
}

function readable(linked: Linked[]): Piece[] {
  return linked.map(({ piece }) => piece).filter(piece => !piece.gap)
}

async function linksOf(db: Db, claimIds: string[]) {
  if (claimIds.length === 0) return []
  return db
    .selectFrom('claimEvidence')
    .innerJoin('evidence', 'evidence.id', 'claimEvidence.evidenceId')
    .selectAll('claimEvidence')
    .where('claimId', 'in', claimIds)
    .orderBy('evidence.number')
    .execute()
}
