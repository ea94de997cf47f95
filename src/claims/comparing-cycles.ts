import type { ComparedLine, Comparing } from '../enquiries/cycles/between-cycles.js'
import { type ClaimInView, claimsOf } from './claims.js'
import { begun } from './sure.js'

/** What the group claimed then and claims now; one that was taken along stands beside itself. */
export const compareClaims: Comparing = async (db, person, { before, after }) => {
  const [then, now] = [await claimsOf(db, person, before), await claimsOf(db, person, after)]
  const wentAlong = then.map(claim => ({ claim, later: now.find(one => one.carriedFrom === claim.id) }))
  const anew = now.filter(claim => !then.some(one => one.id === claim.carriedFrom))
  return {
    heading: 'Claims',
    rows: [
      ...wentAlong.map(({ claim, later }) => ({
        name: nameOf(claim, later),
        before: said(claim),
        after: later ? said(later) : [{ text: claim.retiredAt ? 'Given up' : 'Not taken along' }],
      })),
      ...anew.map(claim => ({ name: `${claim.label}, new`, before: [], after: said(claim) })),
    ],
  }
}

function nameOf(claim: ClaimInView, later: ClaimInView | undefined): string {
  return later ? `${claim.label}, now ${later.label}` : claim.label
}

function said(claim: ClaimInView): ComparedLine[] {
  const standing = claim.retiredAt ? 'Given up' : begun(claim.strength)
  return [
    { text: claim.claim, href: claim.href },
    { text: `${standing}; ${claim.for.length} for, ${claim.against.length} against` },
  ]
}
