import { Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { findNetwork } from '../../networks/networks.js'
import type { Brought } from '../../room.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { weekPage } from './week-page.js'

/** The co-ordinator’s week: for those who lead the network, on one page. */
export function weekRoutes({ db }: House, brought: Brought): Router {
  const routes = Router()

  routes.get('/networks/:network/week', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!person.isNetworkLeaderOf(network.id)) throw new NotFound('page')
    show(res, 'your-day/week', await weekPage(db, person, network, brought))
  })

  return routes
}
