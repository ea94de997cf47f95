import { Router } from 'express'
import type { House } from '../../house.js'
import { partsRoutes } from './parts-routes.js'
import { picturesOfGroupsRoutes } from './pictures-of-groups-routes.js'
import { picturesRoutes } from './pictures-routes.js'
import { promisesRoutes } from './promises-routes.js'
import { sightsRoutes } from './sights-routes.js'
import type { KnownPart } from './parts.js'

/** A network leader puts the parts of the report in order, leaves some out, and adds words, pictures and promises. */
export function arrangingRoutes(house: House, known: KnownPart[]): Router {
  const routes = Router()
  routes.use(partsRoutes(house, known))
  routes.use(picturesRoutes(house, known))
  routes.use(picturesOfGroupsRoutes(house))
  routes.use(promisesRoutes(house, known))
  routes.use(sightsRoutes(house, known))
  return routes
}
