import { Router } from 'express'
import type { House } from '../house.js'
import { arrangingRoutes } from './parts/arranging-routes.js'
import './pages.js'
import { partRoutes } from './parts/part-routes.js'

export function writeUpsRoutes(house: House): Router {
  const routes = Router()
  routes.use(arrangingRoutes(house))
  routes.use(partRoutes(house))
  return routes
}
