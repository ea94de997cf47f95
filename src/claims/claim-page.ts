import type { Db } from '../database.js'
import { threadAbout } from '../enquiries/comments/thread-shown.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { cardOf } from '../evidence/listing/cards.js'
import { citationsIn } from '../knowledge/citing/citing.js'
import type { Reader } from '../names/reader.js'
import { type BesidePart, partsBeside } from '../networks/year.js'
import { namesOf } from '../people/people.js'
import type { FormState } from '../web/read.js'
import { type ClaimInView, claimCarriedFrom, claimInView, type FoundClaim, type Linked } from './claims.js'
import { coverageTables } from './coverage/coverage-tables.js'
import { claimsCrumb } from './crumbs.js'
import type { ClaimPage, Side } from './pages.js'
import { mayMakeClaims, mayReviseClaim, mayShareOfCycle } from './permissions.js'
import { historyOf } from './revising/history.js'
import { revisionsOf } from './revising/revising.js'

/**
 * A claim's own page: what it says, what speaks for and against it, how it came to say so, and what people say of it.
 * @param beside what later rooms show on it
 * @param comment a comment that has to be mended
 */
export async function claimPage(
  db: Db,
  person: Reader,
  found: FoundClaim,
  beside: BesidePart[],
  comment?: FormState,
): Promise<ClaimPage> {
  const { enquiry } = found
  const claim = await claimInView(db, person, found)
  const place = { page: claim.href, address: `${claim.href}/comments`, ...(comment ? { form: comment } : {}) }
  const revisions = await revisionsOf(db, found)
  return {
    title: `Claim ${claim.label}`,
    breadcrumbs: crumbsOf(enquiry, claimsCrumb(found)),
    head: headOf(enquiry, 'claims'),
    claim,
    sides: sidesOf(claim, person),
    history: historyOf(revisions),
    mapHref: mapOfClaim(found),
    coverage: await coverageTables(db, found, claim),
    citations: await citationsIn(db, enquiry, textsOfClaim(claim)),
    carriedFrom: claim.carriedFrom === null ? null : await claimCarriedFrom(db, claim.carriedFrom),
    retiredByName: claim.retiredBy === null ? '' : (await namesOf(db, [claim.retiredBy]))(claim.retiredBy),
    beside: await partsBeside(beside, 'claim', db, person, found.id),
    inside: enquiry.standing.member,
    may: {
      revise: mayReviseClaim(enquiry, claim),
      share: mayShareOfCycle(enquiry),
      recommend: mayShareOfCycle(enquiry) && claim.retiredAt === null,
      bringBack: mayMakeClaims(enquiry) && claim.retiredAt !== null,
    },
    thread: await threadAbout(db, person, enquiry, aboutClaim(found), { ...place, cites: citationsIn }),
  }
}

/** How a thread of comments knows a claim. */
export function aboutClaim({ id }: FoundClaim) {
  return { aboutKind: 'claim', aboutId: id }
}

function mapOfClaim({ id, enquiry }: FoundClaim): string {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `cycle=${enquiry.cycle}&` : ''
  return `/groups/${enquiry.groupId}/claims/map?${cycle}claim=${id}`
}

/** Where published works may be cited by key. */
export function textsOfClaim(claim: ClaimInView): (string | null)[] {
  return [claim.claim, claim.sureBecause, claim.whatWouldChange, claim.retiredBecause]
}

function sidesOf(claim: ClaimInView, person: Reader): Side[] {
  const cards = (linked: Linked[]) =>
    linked.map(({ piece, ...link }) => ({ id: piece.id, card: cardOf(piece, person), ...link }))
  return [
    { bearing: 'for', pieces: cards(claim.for) },
    { bearing: 'against', pieces: cards(claim.against) },
  ]
}
