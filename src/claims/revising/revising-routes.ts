import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { claimInView, findClaim } from '../claims.js'
import { ChangeOfMindForm, RevisionForm } from '../forms.js'
import { mayReviseClaim } from '../permissions.js'
import { revisePage } from './revise-page.js'
import { reviseClaim, revisionsOf, sayWhatWouldChange } from './revising.js'

/** Revising what a claim says, and saying what would change the group's mind where nobody has. */
export function revisingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/claims/:claim/revise', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const { claim: words, strength, sureBecause, whatWouldChange } = claim
    const version = (await revisionsOf(db, found)).length
    const form = formOf({ claim: words, strength, sureBecause, whatWouldChange, version })
    show(res, 'claims/revise', await revisePage(db, found, claim, form))
  })

  routes.post('/claims/:claim/revisions', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const reading = read(RevisionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'claims/revise', await revisePage(db, found, claim, reading.form))
    const revising = await inOne(db, trx => reviseClaim(trx, found, person, reading.values))
    if (revising.outcome === 'conflict') {
      const form = addMistake(
        formOf({ ...(req.body as object), version: revising.version }),
        'claim',
        'Somebody else has revised this claim since you opened it. Read theirs, and then save what it should say.',
      )
      return show(res.status(409), 'claims/revise', await revisePage(db, found, claim, form, revising.theirs))
    }
    await tell(
      db,
      res,
      revising.outcome === 'merged'
        ? `${claim.label} is revised, together with what ${revising.with} changed meanwhile. Read it once more.`
        : `${claim.label} is revised. What it said before is kept below.`,
    )
    res.redirect(303, claim.href)
  })

  routes.post('/claims/:claim/what-would-change-our-mind', async (req, res) => {
    const person = signedIn(res)
    const found = await findClaim(db, person, req.params.claim)
    allow(mayReviseClaim(found.enquiry, found))
    const claim = await claimInView(db, person, found)
    const reading = read(ChangeOfMindForm, req.body)
    const said =
      reading.ok && (await inOne(db, trx => sayWhatWouldChange(trx, found, person, reading.values.whatWouldChange)))
    if (!said) {
      const { claim: words, strength, sureBecause } = claim
      const revisions = await revisionsOf(db, found)
      const typed = { claim: words, strength, sureBecause, ...(req.body as object), version: revisions.length }
      const sentence = reading.ok
        ? 'Somebody has said this meanwhile. Read theirs, and then save what it should say.'
        : reading.form.summary[0]!.text
      const form = addMistake(formOf(typed), 'whatWouldChange', sentence)
      const theirs = reading.ok ? revisions.at(-1)! : null
      const page = await revisePage(db, found, claim, form, theirs)
      return show(res.status(reading.ok ? 409 : 422), 'claims/revise', page)
    }
    await tell(db, res, 'It stands beside the claim now, and in the write-up.')
    res.redirect(303, `${claim.href}#change-of-mind`)
  })

  return routes
}
