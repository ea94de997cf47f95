import { Router } from 'express'
import type { House } from '../house.js'
import { administrationTabs, asAdministrator } from '../people/administration/as-administrator.js'
import { tell } from '../people/sessions.js'
import { now } from '../web/now.js'
import { show } from '../web/show.js'
import './running-page.js'
import { standingOf } from './standing.js'
import { retriedNow, tryAllNow, waitsInWords, whatWaits } from './what-waits.js'

const most = 50

/** For whoever looks after the workbench: how it stands, and what is still to be done beside the pages. */
export function runningRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/administration/running', async (_req, res) => {
    asAdministrator(res)
    const waits = await whatWaits(db)
    show(res, 'running/running', {
      title: 'How it runs',
      tabs: administrationTabs('/administration/running'),
      standing: await standingOf(house),
      waits: waits.map(one => ({ ...one, says: waitsInWords[one.name] })),
      retried: await retriedNow(db, most),
    })
  })

  routes.post('/administration/running/tries', async (_req, res) => {
    asAdministrator(res)
    await tryAllNow(db, now())
    await tell(db, res, 'What failed is being tried again. Load this page again in a minute to see what came of it.')
    res.redirect(303, '/administration/running')
  })

  return routes
}
