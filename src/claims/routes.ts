import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { claimRoutes } from './claim-routes.js'
import { linkingRoutes } from './linking/linking-routes.js'
import { passageRoutes } from './linking/passage-routes.js'
import { listRoutes } from './list-routes.js'
import { makingRoutes } from './making/making-routes.js'
import { mapRoutes } from './map/map-routes.js'
import './pages.js'
import { retiringRoutes } from './revising/retiring-routes.js'
import { revisingRoutes } from './revising/revising-routes.js'
import { sharingRoutes } from './sharing/sharing-routes.js'

export function claimsRoutes(house: House, brought: Pick<Brought, 'narrows' | 'inTheYear'>): Router {
  const routes = Router()
  routes.use(
    mapRoutes(house),
    listRoutes(house),
    makingRoutes(house),
    claimRoutes(house, brought.inTheYear.beside),
    revisingRoutes(house),
    passageRoutes(house),
    linkingRoutes(house, brought),
    sharingRoutes(house),
    retiringRoutes(house),
  )
  return routes
}
