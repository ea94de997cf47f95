import { Router } from 'express'
import type { House } from '../house.js'
import { bookRoutes } from './book-routes.js'
import { logRoutes } from './log-routes.js'
import { memoRoutes } from './memo-routes.js'
import './pages.js'
import { readingRoutes } from './reading-routes.js'
import { settlingRoutes } from './settling-routes.js'
import { textRoutes } from './text-routes.js'
import { viewRoutes } from './view-routes.js'

export function codingRoutes(house: House): Router {
  const routes = Router()
  routes.use(
    bookRoutes(house),
    settlingRoutes(house),
    logRoutes(house),
    textRoutes(house),
    memoRoutes(house),
    readingRoutes(house),
    viewRoutes(house),
  )
  return routes
}
