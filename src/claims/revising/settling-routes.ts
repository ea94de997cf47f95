import { Router } from 'express'
import { inOne } from '../../database.js'
import { crumbsOf } from '../../enquiries/head.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { claimsCrumb } from '../claim-routes.js'
import { findClaim, type FoundClaim } from '../claims.js'
import { RetirementForm } from '../forms.js'
import { mayMakeClaims, mayReviseClaim, mayShareFindings } from '../permissions.js'
import { bringBackClaim, retireClaim } from './retiring.js'
import { shareClaim, takeBackClaim } from '../sharing.js'
import { whoReads } from '../who-reads.js'

/** Rare acts on a claim: sharing it beyond the group, and retiring it; each has a page that says what will happen. */
export function settlingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/claims/:claim/sharing', async (req, res) => {
    const claim = await findClaim(db, signedIn(res), req.params.claim)
    allow(mayShareFindings(claim.enquiry))
    show(res, 'claims/confirm', {
      ...placeOf(claim, `Share claim C${claim.number}`),
      confirm: {
        heading: `Share claim C${claim.number}`,
        what: [
          'The claim, how sure you are, how it was revised and why, and what would change your mind can be read outside the group.',
          'Linked evidence is shown only to those with whom each piece is shared already. Nothing more of it is shared now.',
        ],
        who: await whoReads(db, claim.enquiry),
        undo: 'You can take the claim back into the group at any time. Those who have read it have read it.',
        address: `/claims/${claim.id}/sharing`,
        button: 'Share the claim',
        cancel: { href: `/claims/${claim.id}`, text: 'Keep it in the group' },
      },
    })
  })

  routes.post('/claims/:claim/sharing', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayShareFindings(claim.enquiry))
    await inOne(db, trx => shareClaim(trx, claim, person))
    await tell(db, res, `C${claim.number} is shared.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

  routes.post('/claims/:claim/sharing/end', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    allow(mayShareFindings(claim.enquiry))
    await inOne(db, trx => takeBackClaim(trx, claim, person))
    await tell(db, res, `C${claim.number} is the group’s alone again.`)
    res.redirect(303, `/claims/${claim.id}`)
  })

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

function placeOf(claim: FoundClaim, title: string) {
  const crumb = { href: `/claims/${claim.id}`, text: `C${claim.number}` }
  return { title, breadcrumbs: crumbsOf(claim.enquiry, claimsCrumb(claim), crumb) }
}

function retirementPage(claim: FoundClaim, form?: object) {
  return {
    ...placeOf(claim, `Retire claim C${claim.number}`),
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
