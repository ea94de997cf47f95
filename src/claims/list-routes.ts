import { Router } from 'express'
import { findEnquiry } from '../enquiries/enquiry.js'
import type { House } from '../house.js'
import { sendCsv } from '../web/csv.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { claimsOf } from './claims.js'
import { claimColumns } from './columns.js'
import { cycleAsked } from './cycle.js'
import { claimsPage } from './list-page.js'

/** The claims of a group's cycle, on a page and as a table. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/claims', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    show(res, 'claims/index', await claimsPage(db, person, enquiry, req))
  })

  routes.get('/groups/:group/claims.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const claims = await claimsOf(db, person, enquiry)
    sendCsv(res, `${enquiry.groupId}-claims`, claimColumns, claims)
  })

  return routes
}
