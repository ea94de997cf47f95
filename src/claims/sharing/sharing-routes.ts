import { Router } from 'express'
import { inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findClaim, type FoundClaim } from '../claims.js'
import { crumbsToClaim } from '../crumbs.js'
import type { ConfirmClaimPage } from '../pages.js'
import { mayShareOfCycle } from '../permissions.js'
import { whoReads } from '../who-reads.js'
import { shareClaim, takeBackClaim } from './sharing.js'

/** Sharing a claim beyond the group, after a page that says what will happen, and taking it back. */
export function sharingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/claims/:claim/sharing', async (req, res) => {
    const claim = await findClaim(db, signedIn(res), req.params.claim)
    allow(mayShareOfCycle(claim.enquiry))
    show(res, 'claims/confirm', sharingPage(claim, await whoReads(db, claim.enquiry)))
  })

  routes.post('/claims/:claim/sharing', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayShareOfCycle(claim.enquiry))
    await inOne(db, trx => shareClaim(trx, claim, person))
    await tell(db, res, `C${claim.number} is shared.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  routes.post('/claims/:claim/sharing/end', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayShareOfCycle(claim.enquiry))
    await inOne(db, trx => takeBackClaim(trx, claim, person))
    await tell(db, res, `C${claim.number} is the group’s alone again.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  return routes
}

function sharingPage(claim: FoundClaim, who: string[]): ConfirmClaimPage {
  return {
    title: `Share claim C${claim.number}`,
    breadcrumbs: crumbsOf(claim.enquiry, ...crumbsToClaim(claim)),
    head: headOf(claim.enquiry, 'claims'),
    confirm: {
      heading: `Share claim C${claim.number}`,
      what: [
        'The claim, how sure you are, how it was revised and why, and what would change your mind can be read outside the group.',
        'Linked evidence is shown only to those with whom each piece is shared already. Nothing more of it is shared now.',
      ],
      who,
      undo: 'You can take the claim back into the group at any time. Those who have read it have read it.',
      address: `/claims/${claim.id}/sharing`,
      button: 'Share the claim',
      cancel: { href: `/claims/${claim.id}`, text: 'Keep it in the group' },
    },
  }
}
