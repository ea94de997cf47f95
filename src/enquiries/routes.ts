import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { commentRoutes } from './comments/comment-routes.js'
import { cycleRoutes } from './cycles/cycle-routes.js'
import { finishingRoutes } from './cycles/finishing-routes.js'
import { facilitatorRoutes } from './groups/facilitator-routes.js'
import { groupsListRoutes } from './groups/groups-routes.js'
import { joiningRoutes } from './groups/joining-routes.js'
import './groups/pages.js'
import { networkGroupsRoutes } from './groups/network-groups-routes.js'
import { peopleRoutes } from './groups/people-routes.js'
import { proposingRoutes } from './groups/proposing-routes.js'
import { historyRoutes } from './history/history-routes.js'
import { homeRoutes } from './home-routes.js'
import './pages.js'
import { cardRoutes } from './records/card-routes.js'
import { leverageRoutes } from './records/leverage-routes.js'
import { recordRoutes } from './records/record-routes.js'
import { takingOutRoutes } from './records/taking-out-routes.js'
import { movingRoutes } from './stages/moving-routes.js'
import { questionRoutes } from './stages/question-routes.js'
import { stageRoutes } from './stages/stage-routes.js'
import { stageSharingRoutes } from './stages/stage-sharing-routes.js'

export function enquiriesRoutes(house: House, brought: Brought): Router {
  const { onStage, carriesForward } = brought
  const routes = Router()
  routes.use(groupsListRoutes(house), proposingRoutes(house), networkGroupsRoutes(house), joiningRoutes(house))
  routes.use(peopleRoutes(house), facilitatorRoutes(house), historyRoutes(house, brought), homeRoutes(house, brought))
  routes.use(stageRoutes(house, onStage), stageSharingRoutes(house))
  routes.use(cardRoutes(house), recordRoutes(house, onStage), leverageRoutes(house, onStage), takingOutRoutes(house))
  routes.use(questionRoutes(house), movingRoutes(house, onStage))
  routes.use(finishingRoutes(house, onStage), cycleRoutes(house, carriesForward), commentRoutes(house, brought))
  return routes
}
