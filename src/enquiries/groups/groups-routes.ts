import { Router } from 'express'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { groupsPage } from './groups-page.js'

/** The groups of somebody: their own, those they look after, and those that take volunteers. */
export function groupsListRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups', async (req, res) => {
    show(res, 'enquiries/groups', await groupsPage(db, signedIn(res), req))
  })

  return routes
}
