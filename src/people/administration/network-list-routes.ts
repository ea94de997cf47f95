import { Router } from 'express'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { administrationTabs, asAdministrator } from './as-administrator.js'
import { networksWithLeaders } from './networks-with-leaders.js'

/** The networks of the site by their names, and who leads each. */
export function networkListRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/administration/networks', async (_req, res) => {
    asAdministrator(res)
    show(res, 'people/administration-networks', {
      title: 'Networks',
      tabs: administrationTabs('/administration/networks'),
      networks: await networksWithLeaders(db),
    })
  })

  return routes
}
