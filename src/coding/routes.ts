import { Router } from 'express'
import type { House } from '../house.js'
import { bookRoutes } from './book-routes.js'
import { logRoutes } from './log-routes.js'
import './pages.js'
import { settlingRoutes } from './settling-routes.js'

export function codingRoutes(house: House): Router {
  const routes = Router()
  routes.use(bookRoutes(house), settlingRoutes(house), logRoutes(house))
  return routes
}
