import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { type Enquiry, findEnquiryById } from '../enquiries/enquiry.js'
import type { Piece } from '../evidence/evidence.js'
import { NotFound } from '../errors.js'
import type { Names } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import { type Coverage, coverageOf } from './coverage/coverage.js'
import { mayReadOfCycle } from './permissions.js'
import { piecesById } from './linking/pieces.js'
import { type Quotation, quotationsFor } from './linking/quotations.js'
import type { Bearing, Claim, ClaimEvidence } from './tables.js'

/** A claim together with the enquiry it belongs to, as somebody found it. */
export interface FoundClaim extends Claim {
  enquiry: Enquiry
}

/** A piece that bears on a claim, and why: as a whole, by single passages, or both. */
export interface Linked {
  piece: Piece
  note: string
  whole: boolean
  quotations: Quotation[]
}

/** A claim with the evidence for and against it that the reader may see. */
export interface ClaimInView extends Claim {
  /** `C3` */
  label: string
  href: string
  madeByName: string
  for: Linked[]
  against: Linked[]
  /** Whether the reader sees every piece it leans on; where not, how many are seen tells nothing of the claim. */
  seesAll: boolean
  /** Drawn from the pieces in view. Only the group sees them all, so only its members are warned of what is missing. */
  coverage: Coverage
}

/** Where a claim of an earlier cycle stands. */
export interface CarriedFrom {
  label: string
  href: string
  cycle: number
}

/** @throws NotFound unless the person may read this claim. */
export async function findClaim(db: Db, person: Reader, id: string): Promise<FoundClaim> {
  const claim = await db.selectFrom('claims').selectAll().where('id', '=', id).executeTakeFirst()
  if (!claim) throw new NotFound('claim')
  const enquiry = await findEnquiryById(db, person, claim.enquiryId)
  if (!mayReadOfCycle(enquiry, claim)) throw new NotFound('claim')
  return { ...enquiry.names.read(claim), enquiry }
}

/**
 * The claims of an enquiry's cycle that the person may read, in the order of their numbers, retired ones among them, each
 * with the evidence that this person may see. Lists, CSV, stage pages and the write-up all read them here.
 */
export async function claimsOf(db: Db, person: Reader, enquiry: Enquiry): Promise<ClaimInView[]> {
  const claims = await claimsIn(db, { enquiryId: enquiry.id })
  const readable = claims.filter(claim => mayReadOfCycle(enquiry, claim))
  return withEvidence(db, person, enquiry, enquiry.names.read(readable))
}

const claimsIn = asksWith((db, { enquiryId }: Slots<{ enquiryId: string }>) =>
  named(db).where('claims.enquiryId', '=', enquiryId).orderBy('claims.number'),
)

/** One claim with its evidence, for somebody who has found it. */
export async function claimInView(db: Db, person: Reader, claim: FoundClaim): Promise<ClaimInView> {
  const row = await named(db).where('claims.id', '=', claim.id).executeTakeFirstOrThrow()
  const [inView] = await withEvidence(db, person, claim.enquiry, [claim.enquiry.names.read(row)])
  return inView!
}

/** The claim of the cycle before that another one goes on from. */
export async function claimCarriedFrom(db: Db, id: string): Promise<CarriedFrom | null> {
  const row = await db
    .selectFrom('claims')
    .innerJoin('enquiries', 'enquiries.id', 'claims.enquiryId')
    .select(['claims.number', 'enquiries.cycle'])
    .where('claims.id', '=', id)
    .executeTakeFirst()
  return row ? { label: `C${row.number}`, href: `/claims/${id}`, cycle: row.cycle } : null
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
  person: Reader,
  { names: { read }, standing: { member } }: Enquiry,
  claims: (Claim & { madeByName: string })[],
): Promise<ClaimInView[]> {
  const claimIds = claims.map(claim => claim.id)
  const links = await linksOf(db, claimIds)
  const quoted = await piecesQuoted(db, claimIds)
  const pieces = await piecesById(
    db,
    person,
    [...links, ...quoted].map(link => link.evidenceId),
  )
  const quotations = await quotationsFor(db, person, pieces, { claimIds })
  return claims.map(claim => {
    const own = <Of extends { claimId: string }>(list: Of[]) => list.filter(one => one.claimId === claim.id)
    const bearings = { links: own(read(links)), quoted: own(quoted), quotations: own(quotations) }
    const side = (bearing: Bearing) => sideOf(bearing, bearings, pieces, read)
    const [speakFor, against] = [side('for'), side('against')]
    const both = [...speakFor, ...against]
    const coverage = coverageOf(readable(speakFor), readable(against), {
      strength: claim.strength,
      gaps: new Set(both.flatMap(({ piece }) => (piece.gap ? piece.id : []))).size,
      lost: bearings.quotations.filter(one => one.lost).length,
    })
    return {
      ...claim,
      label: `C${claim.number}`,
      href: `/claims/${claim.id}`,
      for: speakFor,
      against,
      seesAll: [...bearings.links, ...bearings.quoted].every(one => pieces.has(one.evidenceId)),
      coverage: member ? coverage : { ...coverage, warnings: [] },
    }
  })
}

interface Bearings {
  links: ClaimEvidence[]
  quoted: { evidenceId: string; bearing: string }[]
  quotations: Quotation[]
}

/** One side of a claim: its pieces in the order of their numbers, whole or by their passages. */
function sideOf(
  bearing: Bearing,
  { links, quoted, quotations }: Bearings,
  pieces: Map<string, Piece>,
  read: Names['read'],
): Linked[] {
  const whole = new Map(links.filter(link => link.bearing === bearing).map(link => [link.evidenceId, link]))
  const ids = new Set([...whole.keys(), ...quoted.filter(one => one.bearing === bearing).map(one => one.evidenceId)])
  return [...ids]
    .flatMap(id => pieces.get(id) ?? [])
    .sort((one, other) => one.number - other.number)
    .map(piece => ({
      piece,
      note: read(whole.get(piece.id)?.note ?? ''),
      whole: whole.has(piece.id),
      quotations: quotations
        .filter(one => one.evidenceId === piece.id && one.bearing === bearing)
        .map(one => ({ ...one, note: read(one.note) })),
    }))
}

function readable(linked: Linked[]): Piece[] {
  return linked
    .filter(({ whole, quotations }) => whole || quotations.some(one => !one.lost))
    .map(({ piece }) => piece)
    .filter(piece => !piece.gap)
}

async function linksOf(db: Db, claimIds: string[]) {
  if (claimIds.length === 0) return []
  return linksWith(db, { claimIds })
}

const linksWith = asksWith((db, { claimIds }: Slots<{ claimIds: string[] }>) =>
  db.selectFrom('claimEvidence').selectAll().where('claimId', 'in', claimIds),
)

/** Which pieces have passages that the claims lean on, gaps among them. */
async function piecesQuoted(db: Db, claimIds: string[]) {
  if (claimIds.length === 0) return []
  return db
    .selectFrom('claimPassages')
    .innerJoin('passages', 'passages.id', 'claimPassages.passageId')
    .select(['claimPassages.claimId', 'claimPassages.evidenceId', 'claimPassages.bearing'])
    .distinct()
    .where('passages.removedAt', 'is', null)
    .where('claimId', 'in', claimIds)
    .execute()
}
