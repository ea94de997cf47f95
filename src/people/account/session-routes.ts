import { Router } from 'express'
import type { House } from '../../house.js'
import { signedIn } from '../../web/signed-in.js'
import { endSession, endSessionsOf, tell, whatToClear } from '../sessions.js'
import { endOneSession, endOtherSessions } from './open-sessions.js'

/** Where somebody is signed in: one visit is ended, all others, or every one. */
export function sessionRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/account/sessions/:session/ending', async (req, res) => {
    await endOneSession(db, signedIn(res), req.params.session)
    await tell(db, res, 'That browser is signed out.')
    res.redirect(303, '/account#sessions')
  })

  routes.post('/account/sessions/ending-others', async (_req, res) => {
    await endOtherSessions(db, res, signedIn(res).id)
    await tell(db, res, 'Every other browser is signed out.')
    res.redirect(303, '/account#sessions')
  })

  routes.post('/account/sign-out-everywhere', async (req, res) => {
    const person = signedIn(res)
    await endSessionsOf(db, person.id)
    await endSession(db, res)
    res.set('Clear-Site-Data', whatToClear(req))
    res.redirect(303, '/sign-in?signed-out')
  })

  return routes
}
