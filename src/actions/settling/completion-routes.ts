import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { signedIn } from '../../web/signed-in.js'
import { actionToChange } from '../action-to-change.js'
import { completeAction, takeUpActionAgain } from './settling.js'

/** An action is completed, and taken up again. */
export function completionRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/actions/:action/completion', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    await inOne(db, trx => completeAction(trx, action, person))
    await tell(db, res, `A${action.number} is completed. Now say what difference it made in each school.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  routes.post('/actions/:action/completion/end', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    await inOne(db, trx => takeUpActionAgain(trx, action, person))
    await tell(db, res, `A${action.number} is under way again.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  return routes
}
