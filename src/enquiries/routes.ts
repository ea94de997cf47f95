import { Router } from 'express'
import type { House } from '../house.js'
import type { CarryForward } from './beginning-next-cycle.js'
import { cardRoutes } from './card-routes.js'
import { commentRoutes } from './comment-routes.js'
import { cycleRoutes } from './cycle-routes.js'
import { groupsListRoutes } from './groups-routes.js'
import { historyRoutes } from './history-routes.js'
import { homeRoutes } from './home-routes.js'
import { joiningRoutes } from './joining-routes.js'
import { movingRoutes } from './moving-routes.js'
import './pages.js'
import { peopleRoutes } from './people-routes.js'
import { proposingRoutes } from './proposing-routes.js'
import { recordRoutes } from './record-routes.js'
import type { StagePart } from './stage-parts.js'
import { stageRoutes } from './stage-routes.js'

/**
 * @param parts what later rooms show on the pages of a stage and of a group
 * @param carryForward what later rooms carry into the next cycle
 */
export function enquiriesRoutes(house: House, parts: StagePart[], carryForward: CarryForward[]): Router {
  const routes = Router()
  routes.use(groupsListRoutes(house))
  routes.use(proposingRoutes(house))
  routes.use(joiningRoutes(house))
  routes.use(peopleRoutes(house))
  routes.use(historyRoutes(house))
  routes.use(homeRoutes(house, parts))
  routes.use(stageRoutes(house, parts))
  routes.use(cardRoutes(house))
  routes.use(recordRoutes(house, parts))
  routes.use(movingRoutes(house, parts))
  routes.use(cycleRoutes(house, parts, carryForward))
  routes.use(commentRoutes(house))
  return routes
}
