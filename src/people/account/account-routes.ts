import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { NameForm } from '../forms.js'
import { sawResetLinks, stopResetLinks } from '../passwords/reset-links-made.js'
import { tell } from '../sessions.js'
import { accountPage } from './account-page.js'
import { changeName } from './own-account.js'

/** Somebody's own account: their name, and what others had made for it. */
export function accountRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/account', async (_req, res) => {
    show(res, 'people/account', await accountPage(db, res))
  })

  routes.post('/account/name', async (req, res) => {
    const person = signedIn(res)
    const reading = read(NameForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'people/account', await accountPage(db, res, { nameForm: reading.form }))
    await inOne(db, trx => changeName(trx, person, reading.values.name))
    await tell(db, res, 'Your name is changed.')
    res.redirect(303, '/account')
  })

  routes.post('/account/reset-links/stopping', async (_req, res) => {
    await inOne(db, trx => stopResetLinks(trx, signedIn(res)))
    await tell(db, res, 'The link is worth nothing any more. Your password is as it was.')
    res.redirect(303, '/account#reset-links')
  })

  routes.post('/account/reset-links/seen', async (_req, res) => {
    await sawResetLinks(db, signedIn(res))
    res.redirect(303, '/account')
  })

  return routes
}
