import { Router } from 'express'
import type { House } from '../house.js'
import { conferenceRoutes } from './conference-routes.js'
import { bookletRoutes } from './booklet-routes.js'
import { raisedRoutes } from './raised/raised-routes.js'
import { writingRoutes } from './writing/writing-routes.js'
import { sessionRoutes } from './session-routes.js'

/** The network's conference: its programme, session by session, and the booklet made of it. */
export function conferencesRoutes(house: House): Router {
  const routes = Router()
  routes.use(conferenceRoutes(house))
  routes.use(sessionRoutes(house))
  routes.use(raisedRoutes(house))
  routes.use(bookletRoutes(house))
  routes.use(writingRoutes(house))
  return routes
}
