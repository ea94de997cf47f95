import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { activityRoutes } from './activities/activity-routes.js'
import { championRoutes } from './champions/champion-routes.js'
import { closingRoutes } from './describing/closing-routes.js'
import { themeRoutes } from './describing/theme-routes.js'
import { handoverRoutes } from './handing-over/handover-routes.js'
import { leadingRoutes } from './leading/leading-routes.js'
import { noteRoutes } from './notes/note-routes.js'
import { objectiveRoutes } from './objectives/objective-routes.js'
import { planRoutes } from './planning/plan-routes.js'
import { codeRoutes } from './reading/code-routes.js'
import { readingRoutes } from './reading/reading-routes.js'
import { comingRoutes } from './sessions/coming-routes.js'
import { sessionRoutes } from './sessions/session-routes.js'

/** The themes of a network: each a place with its objectives, activities, champions, sessions, plans, notes and reading. */
export function themesRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(themeRoutes(house, brought))
  routes.use(closingRoutes(house))
  routes.use(handoverRoutes(house))
  routes.use(leadingRoutes(house))
  routes.use(objectiveRoutes(house))
  routes.use(activityRoutes(house))
  routes.use(championRoutes(house))
  routes.use(sessionRoutes(house))
  routes.use(comingRoutes(house))
  routes.use(planRoutes(house))
  routes.use(noteRoutes(house))
  routes.use(readingRoutes(house))
  routes.use(codeRoutes(house))
  return routes
}
