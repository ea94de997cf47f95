import { Router } from 'express'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { signedIn } from '../../web/signed-in.js'
import { pageOfEnding } from './addresses.js'
import { readEnding } from './endings.js'

/** Whoever was told says that they have read it; it stands on their day no longer. */
export function seenRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/keeping/endings/:ending/seen', async (req, res) => {
    const person = signedIn(res)
    const ending = await readEnding(db, person, req.params.ending)
    await tell(db, res, 'It stands on Your day no longer.')
    res.redirect(303, pageOfEnding(ending))
  })

  return routes
}
