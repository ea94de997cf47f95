import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { anonymousRoutes } from './anonymous/anonymous-routes.js'
import { editionRoutes } from './edition-routes.js'
import { feedRoutes } from './feeds/feed-routes.js'
import { libraryRoutes } from './library-routes.js'
import { pictureRoutes } from './picture-routes.js'
import { takingAwayRoutes } from './taking-away-routes.js'
import { withdrawingRoutes } from './withdrawing-routes.js'

/** What is published, for everybody: no session is asked for. */
export function publishedRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  // What stands at an address of its own comes before what stands at `/published/:place/:slug`.
  routes.use(libraryRoutes(house, brought), feedRoutes(house), pictureRoutes(house))
  routes.use(takingAwayRoutes(house), editionRoutes(house), anonymousRoutes(house), withdrawingRoutes(house))
  return routes
}
