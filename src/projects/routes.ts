import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { commentRoutes } from './drafting/comment-routes.js'
import { issueRoutes } from './drafting/issue-routes.js'
import { textRoutes } from './drafting/text-routes.js'
import { endingRoutes } from './ending/ending-routes.js'
import { invitingRoutes } from './joining/inviting-routes.js'
import { joiningRoutes } from './joining/joining-routes.js'
import { listRoutes } from './list-routes.js'
import { projectRoutes } from './project-routes.js'
import { stepRoutes } from './steps/step-routes.js'
import { homeRoutes } from './taking-home/home-routes.js'

/** What schools and colleagues do together for a while, from the proposal to what came of it. */
export function projectsRoutes(house: House, { inTheYear }: Brought): Router {
  const routes = Router()
  routes.use(listRoutes(house))
  routes.use(projectRoutes(house, inTheYear.beside))
  routes.use(joiningRoutes(house))
  routes.use(invitingRoutes(house))
  routes.use(stepRoutes(house, inTheYear.beside))
  routes.use(endingRoutes(house))
  routes.use(textRoutes(house))
  routes.use(issueRoutes(house))
  routes.use(commentRoutes(house))
  routes.use(homeRoutes(house))
  return routes
}
