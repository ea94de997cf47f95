import { Router } from 'express'
import type { House } from '../house.js'
import './pages.js'
import { authorsRoutes } from './authors/authors-routes.js'
import { arrangingRoutes } from './parts/arranging-routes.js'
import { composingRoutes } from './parts/composing-routes.js'
import { partArrangingRoutes } from './parts/part-arranging-routes.js'
import { partRoutes } from './parts/part-routes.js'

export function writeUpsRoutes(house: House): Router {
  const routes = Router()
  routes.use(arrangingRoutes(house), authorsRoutes(house), partRoutes(house))
  routes.use(partArrangingRoutes(house), composingRoutes(house))
  return routes
}
