import { Router } from 'express'
import type { House } from '../house.js'
import { exampleRoutes } from './examples/example-routes.js'
import { judgingRoutes } from './judging/judging-routes.js'
import { wishRoutes } from './letting-in/wish-routes.js'
import { coveringRoutes } from './pieces/covering-routes.js'
import { pieceRoutes } from './pieces/piece-routes.js'
import { takingOutRoutes } from './pieces/taking-out-routes.js'
import { judgeRoutes } from './preparing/judge-routes.js'
import { sheetRoutes } from './preparing/sheet-routes.js'
import { roundRoutes } from './round-routes.js'

/** Colleagues of several schools judge the same pieces of pupils’ work: first alone, then together. */
export function moderationRoutes(house: House): Router {
  const routes = Router()
  // Before a round is looked for by its id.
  routes.use(exampleRoutes(house))
  routes.use(wishRoutes(house))
  routes.use(roundRoutes(house))
  routes.use(sheetRoutes(house))
  routes.use(judgeRoutes(house))
  routes.use(pieceRoutes(house))
  routes.use(coveringRoutes(house))
  routes.use(takingOutRoutes(house))
  routes.use(judgingRoutes(house))
  return routes
}
