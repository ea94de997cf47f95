import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { answeringRoutes } from './common-days/answering-routes.js'
import { copyingRoutes } from './common-days/copying-routes.js'
import { dayRoutes } from './common-days/day-routes.js'
import { feedsRoutes } from './feeds/feeds-routes.js'
import { readingRoutes } from './feeds/reading-routes.js'
import { calendarRoutes } from './reading/calendar-routes.js'

/** The calendars of people, groups and networks: as pages, at secret addresses, and the days that schools keep in common. */
export function calendarsRoutes(house: House, brought: Brought): Router {
  const routes = Router()
  routes.use(readingRoutes(house, brought))
  routes.use(calendarRoutes(house, brought), feedsRoutes(house))
  routes.use(copyingRoutes(house), dayRoutes(house), answeringRoutes(house))
  return routes
}
