import { Router } from 'express'
import type { House } from '../house.js'
import { importingRoutes } from './importing/importing-routes.js'
import { listRoutes } from './list-routes.js'
import './pages.js'
import { referenceRoutes } from './references/reference-routes.js'
import { stageRoutes } from './stage-routes.js'

export function knowledgeRoutes(house: House): Router {
  const routes = Router()
  routes.use(listRoutes(house), importingRoutes(house), referenceRoutes(house), stageRoutes(house))
  return routes
}
