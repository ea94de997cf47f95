import { Router } from 'express'
import type { House } from '../house.js'
import { byLinkRoutes } from './by-link-routes.js'
import { linksRoutes } from './links-routes.js'
import './pages.js'
import { readingRoutes } from './reading-routes.js'

/** What is recommended to one school, on one page and on paper, also for a head who has no account. */
export function dossiersRoutes(house: House): Router {
  const routes = Router()
  routes.use(readingRoutes(house), linksRoutes(house), byLinkRoutes(house))
  return routes
}
