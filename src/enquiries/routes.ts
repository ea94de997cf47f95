import { Router } from 'express'
import type { House } from '../house.js'
import type { CarryForward } from './beginning-next-cycle.js'
import { homeRoutes } from './home-routes.js'
import './pages.js'
import type { StagePart } from './stage-parts.js'

/** @param parts what later rooms show on the pages of a stage and of a group */
export function enquiriesRoutes(house: House, parts: StagePart[] = [], _carryForward: CarryForward[] = []): Router {
  const routes = Router()
  routes.use(homeRoutes(house, parts))
  return routes
}
