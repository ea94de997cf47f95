import { day } from '../web/words.js'
import type { ClaimInView, Linked } from './claims.js'

export const csvHead = [
  'Number',
  'Claim',
  'How sure',
  'Why',
  'Evidence for',
  'Words for',
  'Evidence against',
  'Words against',
  'Schools',
  'Kinds of evidence',
  'What would change our mind',
  'Worth asking',
  'Made by',
  'Made on',
  'Retired on',
  'Retired because',
]

export function csvRow(claim: ClaimInView): (string | number | null)[] {
  return [
    claim.label,
    claim.claim,
    claim.strength,
    claim.sureBecause,
    numbers(claim.for),
    quoted(claim.for),
    numbers(claim.against),
    quoted(claim.against),
    claim.coverage.schools.join('; '),
    claim.coverage.kinds.join('; '),
    claim.whatWouldChange,
    claim.coverage.warnings.map(one => one.asks).join('; '),
    claim.madeByName,
    day(claim.madeAt),
    day(claim.retiredAt),
    claim.retiredBecause,
  ]
}

function numbers(linked: Linked[]): string {
  return linked.map(({ piece }) => `E${piece.number}${piece.gap ? ' (withdrawn)' : ''}`).join(', ')
}

/** `“They read standing up” (E12)`, a line for each passage. */
export function quoted(linked: Linked[]): string {
  return linked
    .flatMap(({ piece, quotations }) =>
      quotations.filter(one => !one.lost).map(one => `“${one.words}” (E${piece.number})`),
    )
    .join('\n')
}
