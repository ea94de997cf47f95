import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
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
import { stageRoutes } from './stage-routes.js'

export function enquiriesRoutes(house: House, { onStage, carriesForward }: Brought): Router {
  const routes = Router()
  routes.use(
    groupsListRoutes(house),
    proposingRoutes(house),
    joiningRoutes(house),
    peopleRoutes(house),
    historyRoutes(house),
    homeRoutes(house, onStage),
    stageRoutes(house, onStage),
    cardRoutes(house),
    recordRoutes(house, onStage),
    movingRoutes(house, onStage),
    cycleRoutes(house, onStage, carriesForward),
    commentRoutes(house),
  )
  return routes
}
