import { Router } from 'express'
import type { House } from '../house.js'
import { sendCsv } from '../web/csv.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { visitColumns } from './columns.js'
import { findVisitsAtWork, findVisitsOf, openVisit } from './finding.js'
import { listPage } from './list-page.js'
import { allVisitsOf } from './listing.js'
import './pages.js'
import { visitPage } from './visit-page.js'

/** The visits of a network, as a page and as a file; and one of them. */
export function listRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits' as const

  routes.get(at, async (req, res) => {
    const there = await findVisitsOf(db, signedIn(res), req.params.network)
    show(res, 'visits/index', await listPage(db, req, there))
  })

  routes.get(`${at}.csv`, async (req, res) => {
    const { network } = await findVisitsAtWork(db, signedIn(res), req.params.network)
    sendCsv(res, `${network.id}-visits`, visitColumns, await allVisitsOf(db, network.id))
  })

  routes.get(`${at}/:visit`, async (req, res) => {
    show(res, 'visits/show', await visitPage(db, await openVisit(db, signedIn(res), req.params)))
  })

  return routes
}
