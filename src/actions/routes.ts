import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { actionRoutes } from './action-routes.js'
import { agreeingRoutes } from './agreeing/agreeing-routes.js'
import { linkingRoutes } from './linking/linking-routes.js'
import { listRoutes } from './list-routes.js'
import { measureRoutes } from './measuring/measure-routes.js'
import './pages.js'
import { everySchoolRoutes } from './schools/every-school-routes.js'
import { schoolRoutes } from './schools/school-routes.js'
import { completionRoutes } from './settling/completion-routes.js'
import { removalRoutes } from './settling/removal-routes.js'
import { sharingRoutes } from './settling/sharing-routes.js'

export function actionsRoutes(
  house: House,
  { inTheYear, narrows, holdsSchools }: Pick<Brought, 'inTheYear' | 'narrows' | 'holdsSchools'>,
): Router {
  const routes = Router()
  routes.use(
    listRoutes(house),
    agreeingRoutes(house, { holdsSchools }),
    actionRoutes(house, inTheYear.beside),
    linkingRoutes(house, { narrows }),
  )
  routes.use(everySchoolRoutes(house), schoolRoutes(house, { holdsSchools }), measureRoutes(house))
  routes.use(completionRoutes(house), sharingRoutes(house), removalRoutes(house))
  return routes
}
