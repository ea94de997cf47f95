import { Router } from 'express'
import type { House } from '../../house.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findNetworkFromInside } from '../finding.js'
import '../pages.js'
import { figuresPage } from './figures-page.js'

/** The community’s figures: all schools together, never one beside another. */
export function figuresRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/figures', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetworkFromInside(db, person, req.params.network)
    show(res, 'influence/figures', await figuresPage(db, person, network))
  })

  return routes
}
