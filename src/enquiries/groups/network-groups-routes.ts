import { Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { findNetwork } from '../../networks/networks.js'
import { maySeeInside } from '../../networks/permissions.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { networkGroupsPage } from './network-groups-page.js'

/** The groups of one network: who takes part where, and those that take volunteers. */
export function networkGroupsRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/groups', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!maySeeInside(person, network)) throw new NotFound('network')
    show(res, 'enquiries/network-groups', await networkGroupsPage(db, person, network, req))
  })

  return routes
}
