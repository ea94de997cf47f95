import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { consentRoutes } from './consent/consent-routes.js'
import { fileRoutes } from './files/file-routes.js'
import { listingRoutes } from './listing/listing-routes.js'
import { loggingRoutes } from './logging/logging-routes.js'
import './pages.js'
import { pieceRoutes } from './piece-routes.js'
import { nameRoutes } from './names/name-routes.js'
import { refusalRoutes } from './consent/refusal-routes.js'
import { revisingRoutes } from './revising-routes.js'
import { sharingRoutes } from './sharing/sharing-routes.js'
import { textRoutes } from './texts/text-routes.js'
import { versionRoutes } from './files/version-routes.js'
import { withdrawalListRoutes } from './withdrawing/withdrawal-list-routes.js'
import { withdrawingRoutes } from './withdrawing/withdrawing-routes.js'

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
