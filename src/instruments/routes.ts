import { Router } from 'express'
import type { House } from '../house.js'
import { importRoutes } from './import-routes.js'
import { measureRoutes } from './measure-routes.js'
import './pages.js'

export function instrumentsRoutes(house: House): Router {
  const routes = Router()
  routes.use(importRoutes(house), measureRoutes(house))
  return routes
}
