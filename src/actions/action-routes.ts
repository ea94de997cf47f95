import { Router } from 'express'
import { takeComment } from '../enquiries/comments/commenting.js'
import type { House } from '../house.js'
import type { BesidePart } from '../networks/year.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { actionPage } from './action-page.js'
import { aboutActions } from './searching.js'
import { findAction } from './actions.js'

/** An action's own page, and what is said about it. @param beside what later rooms show on it */
export function actionRoutes({ db }: House, beside: BesidePart[]): Router {
  const routes = Router()

  routes.get('/actions/:action', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    show(res, 'actions/action', await actionPage(db, person, action, beside))
  })

  routes.post('/actions/:action/comments', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    await takeComment(db, req, res, {
      enquiry: action.enquiry,
      thing: { aboutKind: 'action', aboutId: action.id, name: `action A${action.number}` },
      finder: aboutActions,
      page: `/actions/${action.id}`,
      again: async form => show(res, 'actions/action', await actionPage(db, person, action, beside, form)),
    })
  })

  return routes
}
