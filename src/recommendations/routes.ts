import { Router } from 'express'
import { crumbsOf, headOf } from '../enquiries/head.js'
import type { House } from '../house.js'
import { citationsIn, citationsNamed } from '../knowledge/citing/citing.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { answerRoutes } from './answer-routes.js'
import { draftingRoutes } from './drafting-routes.js'
import { piecesLeanedOn } from './leaning.js'
import { listRoutes } from './list-routes.js'
import './pages.js'
import { mayRelease, mayRevise, maySend, mayWithdraw } from './permissions.js'
import { findRecommendation } from './recommendations.js'
import { responsesShown, whereFrom } from './responses-shown.js'
import { sendingRoutes } from './sending-routes.js'

export function recommendationsRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  routes.use(listRoutes(house))
  routes.use(draftingRoutes(house))

  routes.get('/recommendations/:id', async (req, res) => {
    const person = signedIn(res)
    const shown = await findRecommendation(db, person, req.params.id)
    const { told, enquiry } = shown
    const from = await whereFrom(db, person, told)
    show(res, 'recommendations/show', {
      title: `Recommendation R${told.number}, ${from.groupName}`,
      breadcrumbs: enquiry
        ? crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/recommendations`, text: 'Recommendations' })
        : [],
      head: enquiry ? headOf(enquiry, 'recommendations') : null,
      from: { ...from, href: enquiry ? `/groups/${told.groupId}` : null },
      told,
      citations: enquiry
        ? await citationsIn(db, enquiry, [told.reasons])
        : await citationsNamed(db, told.groupId, [told.reasons]),
      pieces: await piecesLeanedOn(db, person, told),
      responses: await responsesShown(db, person, told),
      may: {
        revise: mayRevise(enquiry, told),
        send: maySend(enquiry, told),
        withdraw: mayWithdraw(enquiry, told),
        release: mayRelease(enquiry, told),
      },
    })
  })

  routes.use(sendingRoutes(house))
  routes.use(answerRoutes(house))

  return routes
}
