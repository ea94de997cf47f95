import { type Column, day, text } from '../web/columns.js'
import type { ClaimInView, Linked } from './claims.js'

/** The claims of a group as a list that leaves the page. */
export const claimColumns: Column<ClaimInView>[] = [
  text('Number', 9, claim => claim.label),
  text('Claim', 70, claim => claim.claim),
  text('How sure', 16, claim => claim.strength),
  text('Why', 40, claim => claim.sureBecause),
  text('Evidence for', 22, claim => numbers(claim.for)),
  text('Words for', 60, claim => quoted(claim.for)),
  text('Evidence against', 22, claim => numbers(claim.against)),
  text('Words against', 60, claim => quoted(claim.against)),
  text('Schools', 28, claim => claim.coverage.schools.join('; ')),
  text('Kinds of evidence', 28, claim => claim.coverage.kinds.join('; ')),
  text('What would change our mind', 50, claim => claim.whatWouldChange),
  text('Worth asking', 40, claim => claim.coverage.warnings.map(one => one.asks).join('; ')),
  text('Made by', 22, claim => claim.madeByName),
  day('Made on', claim => claim.madeAt),
  day('Retired on', claim => claim.retiredAt),
  text('Retired because', 40, claim => claim.retiredBecause),
]

function numbers(linked: Linked[]): string {
  return linked.map(({ piece }) => `E${piece.number}${piece.gap ? ' (withdrawn)' : ''}`).join(', ')
}

/** `“They read standing up” (E12)`, a line for each passage. */
function quoted(linked: Linked[]): string {
  return linked
    .flatMap(({ piece, quotations }) =>
      quotations.filter(one => !one.lost).map(one => `“${one.words}” (E${piece.number})`),
    )
    .join('\n')
}
