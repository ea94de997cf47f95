import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { NewPasswordForm } from '../forms.js'
import { wordsEasilyGuessed } from './easily-guessed.js'
import { enter } from '../second-step/begun-sign-ins.js'
import { hashOfPassword } from './passwords.js'
import { resetPassword, toReset } from './resetting-password.js'
import { whyTooWeak } from './weak-passwords.js'

/** A new password is chosen by a link that works once. */
export function resetRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/password-resets/:token', async (req, res) => {
    const whose = await toReset(db, req.params.token)
    if (!whose) return show(res.status(410), 'people/over', linkIsOver)
    show(res, 'people/new-password', { title, address: req.path, email: whose.email, form: formOf() })
  })

  routes.post('/password-resets/:token', async (req, res) => {
    const { token } = req.params
    const whose = await toReset(db, token)
    if (!whose) return show(res.status(410), 'people/over', linkIsOver)
    const reading = read(NewPasswordForm, req.body)
    const form = reading.ok ? formOf() : reading.form
    if (reading.ok) {
      const places = await wordsEasilyGuessed(db, whose.personId)
      const mistake = await whyTooWeak(reading.values.password, [whose.name, whose.email], places)
      if (mistake) addMistake(form, 'password', mistake)
    }
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'people/new-password', { title, address: req.path, email: whose.email, form })
    const passwordHash = await hashOfPassword(reading.values.password)
    const done = await inOne(db, trx => resetPassword(trx, token, passwordHash))
    if (!done) return show(res.status(410), 'people/over', linkIsOver)
    const notice = 'Your new password is set. Every other browser has been signed out.'
    res.redirect(303, await enter(db, res, whose.personId, { next: '/', notice, cameBy: 'password' }))
  })

  return routes
}

const title = 'Choose a new password'
const linkIsOver = {
  title: 'This link no longer works',
  sentences: [
    'A link to choose a new password works once, for 60 minutes, and a newer one takes its place.',
    'Your password is as it was. You can ask for another link.',
  ],
  action: { href: '/forgotten-password', text: 'Ask for another link' },
}
