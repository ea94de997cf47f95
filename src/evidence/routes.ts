import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { consentRoutes } from './consent-routes.js'
import { fileRoutes } from './file-routes.js'
import { listingRoutes } from './listing-routes.js'
import { loggingRoutes } from './logging-routes.js'
import './pages.js'
import { pieceRoutes } from './piece-routes.js'
import { nameRoutes } from './name-routes.js'
import { refusalRoutes } from './refusal-routes.js'
import { revisingRoutes } from './revising-routes.js'
import { sharingRoutes } from './sharing-routes.js'
import { textRoutes } from './text-routes.js'
import { versionRoutes } from './version-routes.js'
import { withdrawalListRoutes } from './withdrawal-list-routes.js'
import { withdrawingRoutes } from './withdrawing-routes.js'

export function evidenceRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(
    listingRoutes(house, brought),
    loggingRoutes(house),
    pieceRoutes(house, brought),
    revisingRoutes(house),
    sharingRoutes(house),
    consentRoutes(house, brought),
    withdrawingRoutes(house, brought),
    withdrawalListRoutes(house),
    fileRoutes(house, brought),
    refusalRoutes(house),
    nameRoutes(house),
    textRoutes(house),
    versionRoutes(house),
  )
  return routes
}
