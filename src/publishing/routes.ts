import { Router } from 'express'
import type { House } from '../house.js'
import { askedRoutes } from './asking/asked-routes.js'
import { checkRoutes } from './checking/check-routes.js'
import { coarserRoutes } from './checking/coarser-routes.js'
import { leavingOutRoutes } from './checking/leaving-out-routes.js'
import './pages.js'
import { answeringRoutes } from './submitting/answering-routes.js'
import { submittingRoutes } from './submitting/submitting-routes.js'
import { takingAwayRoutes } from './taking-away/taking-away-routes.js'
import { writeUpRoutes } from './write-up-routes.js'

export function publishingRoutes(house: House): Router {
  const routes = Router()
  routes.use(writeUpRoutes(house))
  routes.use(takingAwayRoutes(house))
  routes.use(checkRoutes(house))
  routes.use(leavingOutRoutes(house))
  routes.use(askedRoutes(house))
  routes.use(coarserRoutes(house))
  routes.use(submittingRoutes(house))
  routes.use(answeringRoutes(house))
  return routes
}
