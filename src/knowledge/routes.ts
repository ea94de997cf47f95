import { Router } from 'express'
import type { House } from '../house.js'
import { importingRoutes } from './importing/importing-routes.js'
import { listRoutes } from './list-routes.js'
import './pages.js'
import { addingRoutes } from './references/adding-routes.js'
import { fromStageRoutes } from './references/from-stage-routes.js'
import { referenceRoutes } from './references/reference-routes.js'
import { sayingOfSeveralRoutes } from './references/saying-of-several-routes.js'
import { removalRoutes } from './references/removal-routes.js'
import { sharingRoutes } from './references/sharing-routes.js'
import { stanceRoutes } from './references/stance-routes.js'
import { writingRoutes } from './writing/writing-routes.js'

export function knowledgeRoutes(house: House): Router {
  const routes = Router()
  routes.use(listRoutes(house), writingRoutes(house), addingRoutes(house), importingRoutes(house))
  routes.use(referenceRoutes(house), stanceRoutes(house), sharingRoutes(house), removalRoutes(house))
  routes.use(fromStageRoutes(house), sayingOfSeveralRoutes(house))
  return routes
}
