import { Router } from 'express'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { sendCsv } from '../../web/csv.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findNetworkFromInside } from '../finding.js'
import '../pages.js'
import { moveColumns } from './columns.js'
import { influencePage, movesAsked } from './influence-page.js'

/** What moved between schools: as sentences, as a list by school, as a picture, and as a file. */
export function influenceRoutes({ db }: House, { inTheYear }: Pick<Brought, 'inTheYear'>): Router {
  const routes = Router()

  routes.get('/networks/:network/influence', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkFromInside(db, person, req.params.network)
    show(res, 'influence/index', await influencePage(db, inTheYear.moves, person, network, req))
  })

  routes.get('/networks/:network/influence.csv', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkFromInside(db, person, req.params.network)
    const { moves } = await movesAsked(db, inTheYear.moves, person, network, req)
    sendCsv(res, `${network.id}-influence`, moveColumns, moves)
  })

  return routes
}
