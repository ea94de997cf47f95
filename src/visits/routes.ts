import { Router } from 'express'
import type { House } from '../house.js'
import { bookingRoutes } from './booking/booking-routes.js'
import { releaseRoutes } from './booking/release-routes.js'
import { accountRoutes } from './far/account-routes.js'
import { farRoutes } from './far/far-routes.js'
import { hostingRoutes } from './hosting/hosting-routes.js'
import { officeRoutes } from './hosting/office-routes.js'
import { peopleRoutes } from './hosting/people-routes.js'
import { listRoutes } from './list-routes.js'
import { intoGroupRoutes } from './notes/into-group-routes.js'
import { noteRoutes } from './notes/note-routes.js'
import { askRoutes } from './offering/ask-routes.js'
import { offerRoutes } from './offering/offer-routes.js'
import { supportingRoutes } from './supporting/supporting-routes.js'

/** Going to see how others do it: offered, asked for, booked, and what was seen. What has a name of its own stands before `:visit`. */
export function visitsRoutes(house: House): Router {
  const routes = Router()
  routes.use(supportingRoutes(house))
  routes.use(releaseRoutes(house))
  routes.use(askRoutes(house))
  routes.use(farRoutes(house))
  routes.use(offerRoutes(house))
  routes.use(listRoutes(house))
  routes.use(bookingRoutes(house))
  routes.use(hostingRoutes(house))
  routes.use(officeRoutes(house))
  routes.use(peopleRoutes(house))
  routes.use(noteRoutes(house))
  routes.use(intoGroupRoutes(house))
  routes.use(accountRoutes(house))
  return routes
}
