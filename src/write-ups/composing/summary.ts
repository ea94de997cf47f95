import type { ClaimInView } from '../../claims/claims.js'
import { howSure } from '../../claims/sure.js'
import type { Logged } from '../document/logged.js'
import { nothingAgainstSaid } from '../../handouts/leads.js'
import { againstInShort, ended, howSureWeAre, whoAsked } from '../sentences.js'
import { list, reference, stacked } from './markdown.js'

/** What a head reads in one minute: who asked what, what they are surest of and what speaks against it, what they advise. */
export function composeSummary(logged: Logged): string {
  const { claims, recommendations } = logged
  const found = surestOf(claims.filter(claim => claim.strength !== 'a hunch'))
  const hunches = claims.filter(claim => claim.strength === 'a hunch').slice(0, mostTold)
  return stacked(
    whoAsked(askedIn(logged)),
    found.length > 0 && `What we found, the surest first:\n\n${list(found.map(inShort))}`,
    hunches.length > 0 && `What we suspect, and have not shown:\n\n${list(hunches.map(inShort))}`,
    recommendations.length > 0 &&
      `What we recommend:\n\n${list(recommendations.map(one => ended(one.recommendation)))}`,
  )
}

const mostTold = 4

function askedIn({ enquiry, named, pieces }: Logged) {
  return {
    question: enquiry.question,
    beganAt: enquiry.beganAt,
    finishedAt: enquiry.finishedAt,
    authors: named.authors.length,
    schools: named.schools.map(school => school.name),
    pieces: pieces.length,
  }
}

function surestOf(claims: ClaimInView[]): ClaimInView[] {
  const rank = (strength: string) => howSure.indexOf(strength as (typeof howSure)[number])
  return [...claims]
    .sort((one, other) => rank(other.strength) - rank(one.strength) || one.number - other.number)
    .slice(0, mostTold)
}

/** A claim never stands without how sure the group is, and what speaks against it. */
function inShort(claim: ClaimInView): string {
  return [ended(claim.claim), howSureWeAre(claim.strength), strongestAgainst(claim)].join(' ')
}

/** The piece of which the group says why it speaks against the claim, or else the first. */
function strongestAgainst({ against }: ClaimInView): string {
  const strongest = against.find(one => one.note.trim() !== '') ?? against[0]
  return strongest
    ? againstInShort(reference(strongest.piece), strongest.note.trim(), against.length - 1)
    : nothingAgainstSaid
}
