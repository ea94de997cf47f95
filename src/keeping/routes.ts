import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { comingRoutes } from './coming/coming-routes.js'
import './pages.js'
import { periodRoutes } from './periods/period-routes.js'

/** How long things are kept, what comes due, and what ends as a whole. */
export function keepingRoutes(house: House, _brought: Brought): Router {
  const routes = Router()
  routes.use(comingRoutes(house))
  routes.use(periodRoutes(house))
  return routes
}
