import type { Crumb } from '../web/show.js'
import type { FoundClaim } from './claims.js'

/** The way back from a claim to the list of its cycle. */
export function claimsCrumb({ enquiry }: FoundClaim): Crumb {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  return { href: `/groups/${enquiry.groupId}/claims${cycle}`, text: 'Claims' }
}

/** The way back from a page about a claim: the list, and the claim itself. */
export function crumbsToClaim(claim: FoundClaim): [Crumb, Crumb] {
  return [claimsCrumb(claim), { href: `/claims/${claim.id}`, text: `C${claim.number}` }]
}
