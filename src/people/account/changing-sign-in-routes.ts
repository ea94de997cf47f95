import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ChangePasswordForm, EmailForm } from '../forms.js'
import { emailChangedLetter } from '../letters.js'
import { wordsEasilyGuessed } from '../passwords/easily-guessed.js'
import { hashOfPassword, isSamePassword } from '../passwords/passwords.js'
import { changePassword, passwordHashOf } from '../passwords/resetting-password.js'
import { sameAsBefore, whyTooWeak } from '../passwords/weak-passwords.js'
import { startSession, tell } from '../sessions.js'
import { whatIsAsked, whyNotReallyThem } from '../signing-in/really-them.js'
import { accountPage, type AccountForms } from './account-page.js'
import { changeEmail } from './own-account.js'

const changedMeanwhile =
  'Your password was changed a moment ago, by another of your forms or with a link to a new one. What you sent here was not taken; sign in with the one that was'

/** What somebody signs in with: their address and their password. Either is changed with the password that they have now. */
export function changingSignInRoutes({ db, mail }: House): Router {
  const routes = Router()

  routes.post('/account/email', async (req, res) => {
    const person = signedIn(res)
    const reading = read(EmailForm, req.body)
    if (!reading.ok) return again(res.status(422), { emailForm: reading.form })
    const { email, password } = reading.values
    const form = formOf({ email })
    const asking = await whatIsAsked(db, res)
    const mistake = await whyNotReallyThem(db, req, res, password, asking)
    if (mistake) return again(res, { emailForm: addMistake(form, asking.password ? 'password' : 'email', mistake) })
    if (!(await inOne(db, trx => changeEmail(trx, person, email))))
      return again(res.status(422), { emailForm: addMistake(form, 'email', 'Another account has this email address') })
    // The address that was given up is kept nowhere, so this letter goes at once.
    if (email !== person.email) void mail.send(emailChangedLetter(person.email))
    await tell(db, res, `From now on you sign in with ${email}.`)
    res.redirect(303, '/account')
  })

  routes.post('/account/password', async (req, res) => {
    const person = signedIn(res)
    const reading = read(ChangePasswordForm, req.body)
    if (!reading.ok) return again(res.status(422), { passwordForm: reading.form })
    const { current, password } = reading.values
    const before = await passwordHashOf(db, person.id)
    const weak = await whyTooWeak(password, [person.name, person.email], await wordsEasilyGuessed(db, person.id))
    if (weak) return again(res.status(422), { passwordForm: addMistake(formOf(), 'password', weak) })
    const mistake = await whyNotReallyThem(db, req, res, current, { password: true, fresh: false })
    if (mistake) return again(res, { passwordForm: addMistake(formOf(), 'current', mistake) })
    if (isSamePassword(current, password))
      return again(res.status(422), { passwordForm: addMistake(formOf(), 'password', sameAsBefore) })
    const passwordHash = await hashOfPassword(password)
    if (!(await inOne(db, trx => changePassword(trx, person.id, { from: before, to: passwordHash }))))
      return again(res.status(409), { passwordForm: addMistake(formOf(), 'current', changedMeanwhile) })
    await startSession(db, res, person.id, { cameBy: 'password' })
    await tell(db, res, 'Your password is changed. Every other browser has been signed out.')
    res.redirect(303, '/account')
  })

  async function again(res: Response, forms: AccountForms): Promise<void> {
    show(res, 'people/account', await accountPage(db, res, forms))
  }

  return routes
}
