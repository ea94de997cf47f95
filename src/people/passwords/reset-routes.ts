import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { dayAndTime } from '../../words/words.js'
import { NewPasswordForm } from '../forms.js'
import { wordsEasilyGuessed } from './easily-guessed.js'
import { enter } from '../second-step/begun-sign-ins.js'
import { hashOfPassword, isPassword } from './passwords.js'
import { passwordHashOf, resetPassword, toReset, whenFollowed } from './resetting-password.js'
import { sameAsBefore, whyTooWeak } from './weak-passwords.js'

/** A new password is chosen by a link that works once. */
export function resetRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/password-resets/:token', async (req, res) => {
    const whose = await toReset(db, req.params.token)
    if (!whose) return linkIsOver(res, req.params.token)
    show(res, 'people/new-password', { title, address: req.path, email: whose.email, form: formOf() })
  })

  routes.post('/password-resets/:token', async (req, res) => {
    const { token } = req.params
    const whose = await toReset(db, token)
    if (!whose) return linkIsOver(res, req.params.token)
    const reading = read(NewPasswordForm, req.body)
    const form = reading.ok ? formOf() : reading.form
    if (reading.ok) {
      const places = await wordsEasilyGuessed(db, whose.personId)
      const isOld = await isPassword(reading.values.password, await passwordHashOf(db, whose.personId))
      const mistake = isOld
        ? sameAsBefore
        : await whyTooWeak(reading.values.password, [whose.name, whose.email], places)
      if (mistake) addMistake(form, 'password', mistake)
    }
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'people/new-password', { title, address: req.path, email: whose.email, form })
    const passwordHash = await hashOfPassword(reading.values.password)
    const done = await inOne(db, trx => resetPassword(trx, token, passwordHash))
    if (!done) return linkIsOver(res, token)
    const notice = 'Your new password is set. Every other browser has been signed out.'
    res.redirect(303, await enter(db, res, whose.personId, { next: '/', notice, cameBy: 'password' }))
  })

  async function linkIsOver(res: Response, token: string): Promise<void> {
    const followed = await whenFollowed(db, token)
    show(res.status(410), 'people/over', {
      title: 'This link no longer works',
      sentences: [
        'A link to choose a new password works once, for 60 minutes, and a newer one takes its place.',
        followed
          ? `A password was chosen with this one on ${dayAndTime(followed)}, and that one holds. If it was not you, ask for another link.`
          : 'No password was chosen with this one. You can ask for another link.',
      ],
      action: { href: '/forgotten-password', text: 'Ask for another link' },
    })
  }

  return routes
}

const title = 'Choose a new password'
