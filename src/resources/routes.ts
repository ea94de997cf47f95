import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { bidRoutes } from './bids/bid-routes.js'
import { answeringRoutes } from './claims/answering-routes.js'
import { claimRoutes } from './claims/claim-routes.js'
import { listRoutes } from './claims/list-routes.js'
import { colleagueRoutes } from './colleague/colleague-routes.js'
import { wishRoutes } from './colleague/wish-routes.js'
import { eveningRoutes } from './evenings/evening-routes.js'
import { paperRoutes } from './evenings/paper-routes.js'
import { findResources } from './finding.js'
import { budgetRoutes } from './funds/budget-routes.js'
import { contributionRoutes } from './funds/contribution-routes.js'
import { fundRoutes } from './funds/fund-routes.js'
import { overviewPage } from './overview.js'
import './pages.js'
import { ringingRoutes } from './ringing/ringing-routes.js'
import { swotRoutes } from './swots/swot-routes.js'
import { togetherRoutes } from './together/together-routes.js'

/** What a network shares that is scarce: money, release time, and an outside colleague’s days. */
export function resourcesRoutes(house: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const { db } = house
  const routes = Router()

  routes.get('/networks/:network/resources', async (req, res) => {
    show(res, 'resources/index', await overviewPage(db, await findResources(db, signedIn(res), req.params.network)))
  })

  routes.use(fundRoutes(house), contributionRoutes(house), budgetRoutes(house), bidRoutes(house))
  routes.use(listRoutes(house), claimRoutes(house), answeringRoutes(house))
  routes.use(togetherRoutes(house, inTheYear.hours))
  routes.use(colleagueRoutes(house), wishRoutes(house))
  routes.use(swotRoutes(house), eveningRoutes(house), paperRoutes(house), ringingRoutes(house))
  return routes
}
