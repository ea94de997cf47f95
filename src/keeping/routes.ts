import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { comingRoutes } from './coming/coming-routes.js'
import { accountEndingRoutes } from './endings/account-routes.js'
import { groupEndingRoutes } from './endings/group-routes.js'
import { networkEndingRoutes } from './endings/network-routes.js'
import { schoolEndingRoutes } from './endings/school-routes.js'
import './pages.js'
import { periodRoutes } from './periods/period-routes.js'

/** How long things are kept, what comes due, and what ends as a whole. */
export function keepingRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(comingRoutes(house))
  routes.use(periodRoutes(house))
  routes.use(groupEndingRoutes(house, brought))
  routes.use(networkEndingRoutes(house, brought))
  routes.use(schoolEndingRoutes(house))
  routes.use(accountEndingRoutes(house, brought))
  return routes
}
