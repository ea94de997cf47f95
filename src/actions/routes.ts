import { Router } from 'express'
import type { House } from '../house.js'
import { actionRoutes } from './action-routes.js'
import { listRoutes } from './list-routes.js'
import './pages.js'
import { schoolRoutes } from './school-routes.js'
import { settlingRoutes } from './settling-routes.js'

export function actionsRoutes(house: House): Router {
  const routes = Router()
  routes.use(listRoutes(house), actionRoutes(house), schoolRoutes(house), settlingRoutes(house))
  return routes
}
