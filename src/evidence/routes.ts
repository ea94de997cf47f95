import { Router } from 'express'
import type { House } from '../house.js'
import { captureRoutes } from '../captures/capture-routes.js'
import { consentRoutes } from './consent-routes.js'
import { fileRoutes } from './file-routes.js'
import { listingRoutes } from './listing-routes.js'
import { logRoutes } from '../captures/log-routes.js'
import { loggingRoutes } from './logging-routes.js'
import type { Leaning } from './leaning.js'
import './pages.js'
import type { Narrowing } from './narrowing.js'
import type { PiecePart } from './piece-parts.js'
import { pieceRoutes } from './piece-routes.js'
import { pseudonymRoutes } from './pseudonym-routes.js'
import { nameRoutes } from './name-routes.js'
import { refusalRoutes } from './refusal-routes.js'
import { revisingRoutes } from './revising-routes.js'
import { sharingRoutes } from './sharing-routes.js'
import { textRoutes } from './text-routes.js'
import { versionRoutes } from './version-routes.js'
import { withdrawalListRoutes } from './withdrawal-list-routes.js'
import { withdrawingRoutes } from './withdrawing-routes.js'

/**
 * @param parts what later rooms show on the page of a piece
 * @param leanings what of each room can lean on a piece (src/leanings.ts)
 * @param narrowings what later rooms narrow the list of evidence by (src/narrowings.ts)
 */
export function evidenceRoutes(
  house: House,
  parts: PiecePart[] = [],
  leanings: Leaning[] = [],
  narrowings: Narrowing[] = [],
): Router {
  const routes = Router()
  routes.use(listingRoutes(house, narrowings))
  routes.use(loggingRoutes(house))
  routes.use(logRoutes(house))
  routes.use(captureRoutes(house))
  routes.use(pieceRoutes(house, parts))
  routes.use(revisingRoutes(house))
  routes.use(sharingRoutes(house))
  routes.use(consentRoutes(house, leanings))
  routes.use(withdrawingRoutes(house, leanings))
  routes.use(withdrawalListRoutes(house))
  routes.use(fileRoutes(house))
  routes.use(pseudonymRoutes(house))
  routes.use(refusalRoutes(house))
  routes.use(nameRoutes(house))
  routes.use(textRoutes(house))
  routes.use(versionRoutes(house))
  return routes
}
