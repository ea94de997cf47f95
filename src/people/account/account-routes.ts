import { type Request, type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { placesOf } from '../names-around.js'
import { whyTooWeak } from '../passwords/weak-passwords.js'
import { ChangePasswordForm, EmailForm, NameForm } from '../forms.js'
import { emailChangedLetter } from '../letters.js'
import { changeEmail, changeName, groupsOf, rolesInWords } from './own-account.js'
import { hashOfPassword } from '../passwords/passwords.js'
import { resetLinksMadeFor, sawResetLinks } from '../passwords/reset-links-made.js'
import { setPassword } from '../passwords/resetting-password.js'
import { endSession, endSessionsOf, startSession, tell, whatToClear } from '../sessions.js'
import { isOwnPassword } from '../signing-in/signing-in.js'
import { waitInWords } from '../signing-in/slowing-down.js'
import { whereFrom } from '../../web/where-from.js'

interface Forms {
  nameForm?: FormState
  emailForm?: FormState
  passwordForm?: FormState
}

export function accountRoutes({ db, mail }: House): Router {
  const routes = Router()

  routes.get('/account', (_req, res) => showAccount(res))

  routes.post('/account/name', async (req, res) => {
    const person = signedIn(res)
    const reading = read(NameForm, req.body)
    if (!reading.ok) return showAccount(res.status(422), { nameForm: reading.form })
    await inOne(db, trx => changeName(trx, person, reading.values.name))
    await tell(db, res, 'Your name is changed.')
    res.redirect(303, '/account')
  })

  routes.post('/account/reset-links/seen', async (_req, res) => {
    await sawResetLinks(db, signedIn(res))
    res.redirect(303, '/account')
  })

  routes.post('/account/email', async (req, res) => {
    const person = signedIn(res)
    const reading = read(EmailForm, req.body)
    if (!reading.ok) return showAccount(res.status(422), { emailForm: reading.form })
    const { email, password } = reading.values
    const form = formOf({ email })
    const mistake = await passwordMistake(req, res, password)
    if (mistake) return showAccount(res, { emailForm: addMistake(form, 'password', mistake) })
    if (!(await inOne(db, trx => changeEmail(trx, person, email)))) {
      const emailForm = addMistake(form, 'email', 'Another account has this email address')
      return showAccount(res.status(422), { emailForm })
    }
    // The address that was given up is kept nowhere, so this letter goes at once.
    if (email !== person.email) void mail.send(emailChangedLetter(person.email))
    await tell(db, res, `From now on you sign in with ${email}.`)
    res.redirect(303, '/account')
  })

  routes.post('/account/password', async (req, res) => {
    const person = signedIn(res)
    const reading = read(ChangePasswordForm, req.body)
    if (!reading.ok) return showAccount(res.status(422), { passwordForm: reading.form })
    const { current, password } = reading.values
    const weak = whyTooWeak(password, [person.name, person.email], await placesOf(db, person.id))
    if (weak) return showAccount(res.status(422), { passwordForm: addMistake(formOf(), 'password', weak) })
    const mistake = await passwordMistake(req, res, current)
    if (mistake) return showAccount(res, { passwordForm: addMistake(formOf(), 'current', mistake) })
    const passwordHash = await hashOfPassword(password)
    await inOne(db, trx => setPassword(trx, person.id, passwordHash, 'password changed'))
    await startSession(db, res, person.id)
    await tell(db, res, 'Your password is changed. Every other browser has been signed out.')
    res.redirect(303, '/account')
  })

  routes.post('/account/sign-out-everywhere', async (req, res) => {
    const person = signedIn(res)
    await endSessionsOf(db, person.id)
    await endSession(db, res)
    res.set('Clear-Site-Data', whatToClear(req))
    res.redirect(303, '/sign-in?signed-out')
  })

  async function passwordMistake(req: Request, res: Response, password: string): Promise<string | null> {
    const asking = await isOwnPassword(db, signedIn(res), password, whereFrom(req))
    if (asking.ok) return null
    if (asking.wait === 0) {
      res.status(422)
      return 'That is not your password'
    }
    res.status(429).set('Retry-After', String(asking.wait))
    return waitInWords(asking.wait)
  }

  async function showAccount(res: Response, forms: Forms = {}): Promise<void> {
    const person = signedIn(res)
    show(res, 'people/account', {
      title: 'Your account',
      nameForm: forms.nameForm ?? formOf({ name: person.name }),
      emailForm: forms.emailForm ?? formOf({ email: person.email }),
      passwordForm: forms.passwordForm ?? formOf(),
      email: person.email,
      roles: await rolesInWords(db, person),
      groups: await groupsOf(db, person),
      isAdministrator: person.isAdministrator,
      resetLinks: await resetLinksMadeFor(db, person),
    })
  }

  return routes
}
