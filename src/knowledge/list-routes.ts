import { Router } from 'express'
import type { House } from '../house.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { listAsked } from './asked.js'
import { listPage } from './list-page.js'

/** The published knowledge of a group. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/knowledge', async (req, res) => {
    const enquiry = await listAsked(db, signedIn(res), req)
    show(res, 'knowledge/index', await listPage(db, req, enquiry))
  })

  return routes
}
