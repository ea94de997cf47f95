import { Router } from 'express'
import type { House } from '../house.js'
import { pageRoutes } from './page-routes.js'
import './pages.js'
import { partRoutes } from './part-routes.js'
import { publishingRoutes } from './publishing-routes.js'

export function writeUpsRoutes(house: House): Router {
  const routes = Router()
  routes.use(pageRoutes(house))
  routes.use(partRoutes(house))
  routes.use(publishingRoutes(house))
  return routes
}
