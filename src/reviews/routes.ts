import { Router } from 'express'
import type { House } from '../house.js'
import { answerRoutes } from './answering/answer-routes.js'
import { becomingRoutes } from './choosing/becoming-routes.js'
import { choosingRoutes } from './choosing/choosing-routes.js'
import { instrumentRoutes } from './instruments/instrument-routes.js'
import { byLinkRoutes } from './links/by-link-routes.js'
import { companyRoutes } from './rounds/company-routes.js'
import { leadingRoutes } from './rounds/leading-routes.js'
import { roundRoutes } from './rounds/round-routes.js'
import { spreadRoutes } from './spread/spread-routes.js'

/** A network looks at itself: instruments, rounds, answers, how they spread, and what is chosen. */
export function reviewsRoutes(house: House): Router {
  const routes = Router()
  routes.use(instrumentRoutes(house))
  routes.use(roundRoutes(house))
  routes.use(leadingRoutes(house))
  routes.use(companyRoutes(house))
  routes.use(answerRoutes(house))
  routes.use(byLinkRoutes(house))
  routes.use(spreadRoutes(house))
  routes.use(choosingRoutes(house))
  routes.use(becomingRoutes(house))
  return routes
}
