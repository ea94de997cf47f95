import { Router } from 'express'
import type { House } from '../house.js'
import { claimRoutes } from './claim-routes.js'
import { linkingRoutes } from './linking/linking-routes.js'
import { listRoutes } from './list-routes.js'
import { mapRoutes } from './map/map-routes.js'
import './pages.js'
import { passageRoutes } from './linking/passage-routes.js'
import { settlingRoutes } from './revising/settling-routes.js'

export function claimsRoutes(house: House): Router {
  const routes = Router()
  routes.use(
    mapRoutes(house),
    listRoutes(house),
    claimRoutes(house),
    passageRoutes(house),
    linkingRoutes(house),
    settlingRoutes(house),
  )
  return routes
}
