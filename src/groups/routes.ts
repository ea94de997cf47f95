import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { closingRoutes } from './closing/closing-routes.js'
import { detailsRoutes } from './details-routes.js'
import { handoverAnswerRoutes } from './handover-answer-routes.js'
import { handoverRoutes } from './handover-routes.js'
import { leavingRoutes } from './leaving-routes.js'
import './pages.js'

/**
 * The group as a body: its name, its lead, its end. Its question and its people's page stand with the enquiries.
 */
export function groupsRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(detailsRoutes(house, brought))
  routes.use(handoverRoutes(house, brought))
  routes.use(handoverAnswerRoutes(house, brought))
  routes.use(leavingRoutes(house, brought))
  routes.use(closingRoutes(house, brought))
  return routes
}
