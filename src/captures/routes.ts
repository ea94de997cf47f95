import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { captureRoutes } from './capture-routes.js'
import { logRoutes } from './log-routes.js'
import './pages.js'
import { uploadRoutes } from './upload-routes.js'

export function capturesRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(logRoutes(house), captureRoutes(house, brought), uploadRoutes(house))
  return routes
}
