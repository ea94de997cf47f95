import { Router } from 'express'
import type { House } from '../house.js'
import { bookRoutes } from './codebook/book-routes.js'
import { logRoutes } from './undoing/log-routes.js'
import { memoRoutes } from './memos/memo-routes.js'
import './pages.js'
import { readingRoutes } from './blind-readings/reading-routes.js'
import { settlingRoutes } from './codebook/settling-routes.js'
import { textRoutes } from './passages/text-routes.js'
import { viewRoutes } from './comparing/view-routes.js'

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
