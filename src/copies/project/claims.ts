import type { ClaimInView, Linked } from '../../claims/claims.js'
import { guidOf } from './guid.js'
import { userOf, type Writing } from './writing.js'

/** Each claim is a note, and what bears on it is linked to it: the sources of whole pieces, and single selections. */
export function noteClaims(writing: Writing, claims: ClaimInView[]): void {
  for (const claim of claims) {
    writing.notes.push({
      guid: guidOf('claim', claim.id),
      name: `Claim ${claim.label}`,
      words: claimInWords(writing, claim),
      by: userOf(writing, claim.madeBy, claim.madeByName),
      at: claim.madeAt,
    })
    linkSide(writing, claim, 'speaks for', claim.for)
    linkSide(writing, claim, 'speaks against', claim.against)
  }
}

function claimInWords({ copy: { called } }: Writing, claim: ClaimInView): string {
  const words = [called.read(claim.claim), `How sure: ${claim.strength}`]
  if (claim.sureBecause) words.push(`Why: ${called.read(claim.sureBecause)}`)
  if (claim.whatWouldChange) words.push(`What would change our mind: ${called.read(claim.whatWouldChange)}`)
  return words.join('\n')
}

function linkSide(
  { copy, links, sources, selections }: Writing,
  claim: ClaimInView,
  name: string,
  side: Linked[],
): void {
  const to = guidOf('claim', claim.id)
  const included = new Set(copy.pieces.map(piece => piece.id))
  for (const { piece, whole, quotations } of side.filter(one => included.has(one.piece.id))) {
    if (whole) for (const from of sources.get(piece.id) ?? []) links.push({ from, to, name })
    for (const { passageId } of quotations) {
      const from = selections.get(passageId)
      if (from) links.push({ from, to, name })
    }
  }
}
