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
export function groupsRoutes(house: House, { beforeLeaving }: Brought): Router {
  const routes = Router()
  routes.use(detailsRoutes(house))
  routes.use(handoverRoutes(house))
  routes.use(handoverAnswerRoutes(house))
  routes.use(leavingRoutes(house, beforeLeaving))
  routes.use(closingRoutes(house))
  return routes
}
