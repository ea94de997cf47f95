import { Router } from 'express'
import { inOne } from '../../database.js'
import { TooMany } from '../../errors.js'
import type { House } from '../../house.js'
import { queried } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { whereFrom } from '../../web/where-from.js'
import { ForgottenForm } from '../forms.js'
import { resetLetter } from '../letters.js'
import { personByEmail } from '../people.js'
import { beginTry, holdSignInBack } from '../signing-in/slowing-down.js'
import { makeResetLink } from './resetting-password.js'

const title = 'Forgotten your password?'

/** Somebody who has forgotten their password asks for a link; the answer is the same whether or not there is an account. */
export function forgottenRoutes({ db, mail, baseUrl, log }: House): Router {
  const routes = Router()

  routes.get('/forgotten-password', (req, res) => {
    const asked = queried(req, 'asked') === 'yes'
    show(res, 'people/forgotten-password', { title, form: formOf(), mailed: mail.leaves, asked })
  })

  routes.post('/forgotten-password', (req, res) => {
    const reading = read(ForgottenForm, req.body)
    if (!reading.ok) {
      const page = { title, form: reading.form, mailed: mail.leaves, asked: false }
      return show(res.status(422), 'people/forgotten-password', page)
    }
    // Not waited for, so that the answer takes the same time whether or not there is an account.
    if (mail.leaves) {
      sendLink(reading.values.email, whereFrom(req)).catch((error: unknown) => {
        if (!(error instanceof TooMany)) log.error({ err: error }, 'a reset link could not be made')
      })
    }
    res.redirect(303, '/forgotten-password?asked=yes')
  })

  async function sendLink(email: string, address: string): Promise<void> {
    const attempt = await inOne(db, trx => beginTry(trx, `reset ${email}`, address))
    await holdSignInBack(attempt)
    if (attempt.wait > 0) return
    const person = await personByEmail(db, email)
    if (!person || person.disabledAt) return
    const link = await inOne(db, trx => makeResetLink(trx, baseUrl, person.id))
    await mail.send(resetLetter(person.email, link))
  }

  return routes
}
