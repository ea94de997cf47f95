import { Router } from 'express'
import type { House } from '../house.js'
import { effectRoutes } from './effect-routes.js'
import { gridRoutes } from './grid-routes.js'
import './pages.js'

export function evaluationRoutes(house: House): Router {
  const routes = Router()
  routes.use(gridRoutes(house), effectRoutes(house))
  return routes
}
