import { Router } from 'express'
import { takeComment } from '../enquiries/comments/commenting.js'
import type { House } from '../house.js'
import type { BesidePart } from '../networks/year.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { aboutClaim, claimPage } from './claim-page.js'
import { aboutClaims } from './searching.js'
import { findClaim } from './claims.js'

/** A claim's own page, and what people say of it. @param beside what later rooms show on it */
export function claimRoutes({ db }: House, beside: BesidePart[]): Router {
  const routes = Router()

  routes.get('/claims/:claim', async (req, res) => {
    const person = signedIn(res)
    show(res, 'claims/claim', await claimPage(db, person, await findClaim(db, person, req.params.claim), beside))
  })

  routes.post('/claims/:claim/comments', async (req, res) => {
    const person = signedIn(res)
    const claim = await findClaim(db, person, req.params.claim)
    await takeComment(db, req, res, {
      enquiry: claim.enquiry,
      thing: { ...aboutClaim(claim), name: `claim C${claim.number}` },
      finder: aboutClaims,
      page: `/claims/${claim.id}`,
      again: async form => show(res, 'claims/claim', await claimPage(db, person, claim, beside, form)),
    })
  })

  return routes
}
