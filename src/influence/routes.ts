import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { figuresRoutes } from './figures/figures-routes.js'
import { influenceRoutes } from './moves/influence-routes.js'
import { askingRoutes } from './who-knows-how/asking-routes.js'
import { whoKnowsHowRoutes } from './who-knows-how/who-knows-how-routes.js'

export function influencesRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(influenceRoutes(house, brought))
  routes.use(whoKnowsHowRoutes(house, brought))
  routes.use(askingRoutes(house, brought))
  routes.use(figuresRoutes(house))
  return routes
}
