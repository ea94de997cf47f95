import type { Db } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { citeKeys } from '../../knowledge/citing/cite-keys.js'
import type { FormState } from '../../web/read.js'
import type { ClaimInView, FoundClaim } from '../claims.js'
import { crumbsToClaim } from '../crumbs.js'
import type { ReviseClaimPage } from '../pages.js'
import { sureOfAClaim } from '../sure.js'
import type { Revision } from './revising.js'

/** @param theirs what somebody else made of the claim meanwhile */
export async function revisePage(
  db: Db,
  found: FoundClaim,
  claim: ClaimInView,
  form: FormState,
  theirs: Revision | null = null,
): Promise<ReviseClaimPage> {
  return {
    title: `Revise claim ${claim.label}`,
    breadcrumbs: crumbsOf(found.enquiry, ...crumbsToClaim(found)),
    head: headOf(found.enquiry, 'claims'),
    claim,
    form,
    sure: sureOfAClaim,
    theirs,
    cites: await citeKeys(db, found.enquiry),
  }
}
