import { day } from '../web/words.js'
import type { ClaimInView, Linked } from './claims.js'

export const csvHead = [
  'Number',
  'Claim',
  'How sure',
  'Evidence for',
  'Evidence against',
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
    numbers(claim.for),
    numbers(claim.against),
    claim.coverage.schools.join('; '),
    claim.coverage.kinds.join('; '),
    claim.whatWouldChange,
    claim.coverage.warnings.join('; '),
    claim.madeByName,
    day(claim.madeAt),
    day(claim.retiredAt),
    claim.retiredBecause,
  ]
}

function numbers(linked: Linked[]): string {
  return linked.map(({ piece }) => `E${piece.number}${piece.gap ? ' (withdrawn)' : ''}`).join(', ')
}
