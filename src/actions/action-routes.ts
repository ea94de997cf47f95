import { Router } from 'express'
import { takeComment } from '../enquiries/comments/commenting.js'
import type { House } from '../house.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { actionPage } from './action-page.js'
import { findAction } from './actions.js'

/** An action's own page, and what is said about it. */
export function actionRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action', async (req, res) => {
    const person = signedIn(res)
    show(res, 'actions/action', await actionPage(db, person, await findAction(db, person, req.params.action)))
  })

  routes.post('/actions/:action/comments', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    await takeComment(db, req, res, {
      enquiry: action.enquiry,
      thing: { aboutKind: 'action', aboutId: action.id, name: `action A${action.number}` },
      page: `/actions/${action.id}`,
      again: async form => show(res, 'actions/action', await actionPage(db, person, action, form)),
    })
  })

  return routes
}
