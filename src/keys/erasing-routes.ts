import { Router } from 'express'
import { inOne } from '../database.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { eraseKey } from './keys.js'
import { findOpenKey } from './opening/opening.js'

/** A key is erased for good, by somebody who has it open. */
export function erasingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/keys/:key/erasure', async (req, res) => {
    const { id, school, group } = await findOpenKey(db, signedIn(res), req.params.key)
    show(res, 'keys/erasing', {
      title: `Erase the key of ${school}`,
      breadcrumbs: [],
      school,
      group,
      address: `/keys/${id}/erasure`,
      back: `/keys/${id}`,
    })
  })

  routes.post('/keys/:key/erasure', async (req, res) => {
    const person = signedIn(res)
    const key = await findOpenKey(db, person, req.params.key)
    await inOne(db, trx => eraseKey(trx, key, person))
    await tell(db, res, 'The key is erased. Its codes stay in the texts, and nobody can tell whose they were.')
    res.redirect(303, '/keys')
  })

  return routes
}
