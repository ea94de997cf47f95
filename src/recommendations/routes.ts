import { Router } from 'express'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { adoptionRoutes } from './answering/adoption-routes.js'
import { answerRoutes } from './answering/answer-routes.js'
import { draftingRoutes } from './drafting/drafting-routes.js'
import { evidenceRoutes } from './drafting/evidence-routes.js'
import { listRoutes } from './listing/list-routes.js'
import { ofSchoolRoutes } from './of-school/school-routes.js'
import './pages.js'
import { recommendationPage } from './recommendation-page.js'
import { findRecommendation } from './recommendations.js'
import { sendingRoutes } from './sending/sending-routes.js'
import { withdrawalRoutes } from './sending/withdrawal-routes.js'
import { slipRoutes } from './slips/slip-routes.js'

export function recommendationsRoutes(house: House, brought: Pick<Brought, 'narrows' | 'inTheYear'>): Router {
  const { db } = house
  const routes = Router()
  routes.use(listRoutes(house), ofSchoolRoutes(house), draftingRoutes(house), evidenceRoutes(house, brought))

  routes.get('/recommendations/:id', async (req, res) => {
    const person = signedIn(res)
    const found = await findRecommendation(db, person, req.params.id)
    show(res, 'recommendations/show', await recommendationPage(db, person, found, brought.inTheYear.beside))
  })

  routes.use(
    sendingRoutes(house),
    withdrawalRoutes(house),
    answerRoutes(house),
    adoptionRoutes(house),
    slipRoutes(house),
  )

  return routes
}
