import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { addMistake, formOf, readAndLook } from '../../web/read.js'
import { show } from '../../web/show.js'
import { SetupForm } from '../forms.js'
import { hashOfPassword } from '../passwords/passwords.js'
import { startSession, tell } from '../sessions.js'
import { becomeFirstAdministrator, hasAdministrator } from './setup-code.js'
import { beginTry, holdSignInBack, triedWell, waitInWords } from './slowing-down.js'
import { whereFrom } from '../../web/where-from.js'

const title = 'Set up the workbench'

/** Only while nobody looks after the workbench; afterwards there is no such page. */
export function setupRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/setup', async (_req, res) => {
    if (await hasAdministrator(db)) throw new NotFound()
    show(res, 'people/setup', { title, form: formOf() })
  })

  routes.post('/setup', async (req, res) => {
    if (await hasAdministrator(db)) throw new NotFound()
    const reading = await readAndLook(SetupForm, req.body)
    if (!reading.ok) return show(res.status(422), 'people/setup', { title, form: reading.form })

    const { code, name, email, password } = reading.values
    const attempt = await inOne(db, trx => beginTry(trx, 'setup', whereFrom(req)))
    await holdSignInBack(attempt)
    if (attempt.wait > 0) {
      const form = addMistake(formOf({ name, email, code }), 'code', waitInWords(attempt.wait))
      return show(res.status(429).set('Retry-After', String(attempt.wait)), 'people/setup', { title, form })
    }
    const one = { name, email, passwordHash: await hashOfPassword(password) }
    const id = await inOne(db, trx => becomeFirstAdministrator(trx, code, one))
    if (!id) {
      const wrong = 'This is not the code that was printed when the workbench last started'
      const form = addMistake(formOf({ name, email, code }), 'code', wrong)
      return show(res.status(422), 'people/setup', { title, form })
    }
    await triedWell(db, attempt)
    await startSession(db, res, id, { cameBy: 'password' })
    await tell(db, res, 'You look after this workbench now. Begin with its first network.')
    res.redirect(303, '/networks/new')
  })

  return routes
}
