import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { cardRoutes } from './records/card-routes.js'
import { commentRoutes } from './comments/comment-routes.js'
import { cycleRoutes } from './cycles/cycle-routes.js'
import { groupsListRoutes } from './groups/groups-routes.js'
import { historyRoutes } from './history/history-routes.js'
import { homeRoutes } from './home-routes.js'
import { joiningRoutes } from './groups/joining-routes.js'
import { movingRoutes } from './stages/moving-routes.js'
import './pages.js'
import { peopleRoutes } from './groups/people-routes.js'
import { proposingRoutes } from './groups/proposing-routes.js'
import { recordRoutes } from './records/record-routes.js'
import { stageRoutes } from './stages/stage-routes.js'

export function enquiriesRoutes(house: House, brought: Brought): Router {
  const { onStage, carriesForward } = brought
  const routes = Router()
  routes.use(
    groupsListRoutes(house),
    proposingRoutes(house),
    joiningRoutes(house),
    peopleRoutes(house),
    historyRoutes(house, brought),
    homeRoutes(house, brought),
    stageRoutes(house, onStage),
    cardRoutes(house),
    recordRoutes(house, onStage),
    movingRoutes(house, onStage),
    cycleRoutes(house, onStage, carriesForward),
    commentRoutes(house),
  )
  return routes
}
