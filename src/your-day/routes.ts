import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { namesOutside } from '../names/names.js'
import { latestPublished } from '../published/works.js'
import { show } from '../web/show.js'
import { dayOf } from './day.js'
import './pages.js'
import { skippingRoutes } from './first-steps/skipping-routes.js'
import { seenRoutes } from './seen-routes.js'
import { tourRoutes } from './tour/tour-routes.js'
import { weekRoutes } from './week/week-routes.js'

/** The first page: Your day for those who are signed in, and for everybody else what this is. */
export function yourDayRoutes(house: House, brought: Brought): Router {
  const { db } = house
  const routes = Router()
  routes.get('/', async (_req, res) => {
    const { person } = res.locals
    if (person) return show(res, 'your-day/day', await dayOf(db, person, brought))
    const outside = namesOutside()
    const writeUps = await latestPublished(db, outside, 2, 'write-up')
    const published = writeUps.length > 0 ? writeUps : await latestPublished(db, outside, 2)
    show(res, 'your-day/front', { title: 'Enquiry Workbench', published })
  })
  routes.use(seenRoutes(house, brought))
  routes.use(weekRoutes(house, brought))
  routes.use(skippingRoutes(house))
  routes.use(tourRoutes(house))
  return routes
}
