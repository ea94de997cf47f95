import { Router } from 'express'
import { inOne } from '../database.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { PupilForm } from './forms.js'
import { giveCode, takeOut } from './keys.js'
import { keyPage } from './opening/key-page.js'
import { findOpenKey } from './opening/opening.js'

/** A pupil is given a code in a key that is open, and is taken out of it again. */
export function codeRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()

  routes.post('/keys/:key/pupils', async (req, res) => {
    const person = signedIn(res)
    const key = await findOpenKey(db, person, req.params.key)
    const reading = read(PupilForm, req.body)
    if (!reading.ok) return show(res.status(422), 'keys/key', await keyPage(house, person, key, reading.form))
    const code = await inOne(db, trx => giveCode(trx, keys, key, person, reading.values))
    await tell(db, res, `The code is ${code}.`)
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/pupils/:code/removal', async (req, res) => {
    const person = signedIn(res)
    const key = await findOpenKey(db, person, req.params.key)
    await inOne(db, trx => takeOut(trx, keys, key, person, req.params.code))
    await tell(db, res, `Nothing is kept any more about who ${req.params.code} is.`)
    res.redirect(303, `/keys/${key.id}`)
  })

  return routes
}
