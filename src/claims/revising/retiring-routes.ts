import { Router } from 'express'
import { inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findClaim, type FoundClaim } from '../claims.js'
import { crumbsToClaim } from '../crumbs.js'
import { RetirementForm } from '../forms.js'
import type { ConfirmClaimPage } from '../pages.js'
import { mayMakeClaims, mayReviseClaim } from '../permissions.js'
import { bringBackClaim, retireClaim } from './retiring.js'

/** Retiring a claim, after a page that says what will happen, and bringing it back. */
export function retiringRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/claims/:claim/retirement', async (req, res) => {
    const claim = await findClaim(db, signedIn(res), req.params.claim)
    allow(mayReviseClaim(claim.enquiry, claim))
    show(res, 'claims/confirm', retirementPage(claim))
  })

  routes.post('/claims/:claim/retirement', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayMakeClaims(claim.enquiry))
    const reading = read(RetirementForm, req.body)
    if (!reading.ok) return show(res.status(422), 'claims/confirm', retirementPage(claim, reading.form))
    await inOne(db, trx => retireClaim(trx, claim, person, reading.values.because))
    await tell(db, res, `C${claim.number} is retired. It stays here to be read.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  routes.post('/claims/:claim/retirement/end', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayMakeClaims(claim.enquiry))
    await inOne(db, trx => bringBackClaim(trx, claim, person))
    await tell(db, res, `C${claim.number} is a claim of the group again.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  return routes
}

function retirementPage(claim: FoundClaim, form?: FormState): ConfirmClaimPage {
  return {
    title: `Retire claim C${claim.number}`,
    breadcrumbs: crumbsOf(claim.enquiry, ...crumbsToClaim(claim)),
    head: headOf(claim.enquiry, 'claims'),
    confirm: {
      heading: `Retire claim C${claim.number}`,
      what: [
        'The group no longer makes this claim. It moves to the retired claims, where it can still be read with its evidence and your reason.',
        'It is not carried into the next cycle.',
      ],
      undo: 'You can bring it back from its page.',
      reason: { name: 'because', label: 'Why does the group no longer make this claim?' },
      address: `/claims/${claim.id}/retirement`,
      button: 'Retire the claim',
      cancel: { href: `/claims/${claim.id}`, text: 'Keep making it' },
      ...(form ? { form } : {}),
    },
  }
}
