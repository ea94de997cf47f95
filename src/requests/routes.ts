import { Router } from 'express'
import type { House } from '../house.js'
import { caseRoutes } from './case-routes.js'
import { complaintRoutes } from './complaints/complaint-routes.js'
import { erasureRoutes } from './erasing/erasure-routes.js'
import { findingRoutes } from './findings/finding-routes.js'
import { openingRoutes } from './opening/opening-routes.js'
import './pages.js'
import { packRoutes } from './packing/pack-routes.js'
import { whoReadRoutes } from './reading/who-read-routes.js'

/** Requests about personal data: access, erasure, complaints, breaches, and who read something. */
export function requestsRoutes(house: House): Router {
  const routes = Router()
  routes.use(openingRoutes(house))
  routes.use(caseRoutes(house))
  routes.use(packRoutes(house))
  routes.use(findingRoutes(house))
  routes.use(erasureRoutes(house))
  routes.use(whoReadRoutes(house))
  routes.use(complaintRoutes(house))
  return routes
}
