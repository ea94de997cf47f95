import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { fetchingRoutes } from './fetching-routes.js'
import './pages.js'
import { networkCopyRoutes } from './of-a-network/network-copy-routes.js'
import { takingRoutes } from './taking-routes.js'

/** Out again: a copy of a group's work, for the group itself or for others, as far as everybody in it agreed. */
export function copiesRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(takingRoutes(house), fetchingRoutes(house, brought), networkCopyRoutes(house, brought))
  return routes
}
