import { Router } from 'express'
import { record } from '../../facts/facts.js'
import { inOne } from '../../database.js'
import { allow, NotFound, TooMany } from '../../errors.js'
import type { House } from '../../house.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findAccount, reachOf } from '../administration/administering.js'
import { placesOf } from '../names-around.js'
import { whyTooWeak } from './weak-passwords.js'
import { ForgottenForm, NewPasswordForm } from '../forms.js'
import { handedToPage, handToPage } from '../handing-to-pages.js'
import { resetLetter, resetLinkMadeLetter } from '../letters.js'
import { hashOfPassword } from './passwords.js'
import { mayBeShownResetLink, mayHelpWithPassword } from '../permissions.js'
import { makeResetLink, resetPassword, toReset } from './resetting-password.js'
import { startSession, tell } from '../sessions.js'
import { beginTry, holdBack } from '../signing-in/slowing-down.js'
import { whereFrom } from '../../web/where-from.js'

export function passwordRoutes({ db, mail, baseUrl, log }: House): Router {
  const routes = Router()

  routes.get('/forgotten-password', (req, res) => {
    const asked = queried(req, 'asked') === 'yes'
    show(res, 'people/forgotten-password', { ...forgotten, form: formOf(), mailed: mail.leaves, asked })
  })

  routes.post('/forgotten-password', (req, res) => {
    const reading = read(ForgottenForm, req.body)
    if (!reading.ok) {
      return show(res.status(422), 'people/forgotten-password', {
        ...forgotten,
        form: reading.form,
        mailed: mail.leaves,
        asked: false,
      })
    }
    // Not waited for, so that the answer takes the same time whether or not there is an account.
    if (mail.leaves) {
      sendLink(reading.values.email, whereFrom(req)).catch((error: unknown) => {
        if (!(error instanceof TooMany)) log.error({ err: error }, 'a reset link could not be made')
      })
    }
    res.redirect(303, '/forgotten-password?asked=yes')
  })

  routes.get('/password-resets/:token', async (req, res) => {
    const whose = await toReset(db, req.params.token)
    if (!whose) return show(res.status(410), 'people/over', linkIsOver)
    show(res, 'people/new-password', { ...choose, address: req.path, email: whose.email, form: formOf() })
  })

  routes.post('/password-resets/:token', async (req, res) => {
    const { token } = req.params
    const whose = await toReset(db, token)
    if (!whose) return show(res.status(410), 'people/over', linkIsOver)
    const reading = read(NewPasswordForm, req.body)
    const form = reading.ok ? formOf() : reading.form
    if (reading.ok) {
      const places = await placesOf(db, whose.personId)
      const mistake = whyTooWeak(reading.values.password, [whose.name, whose.email], places)
      if (mistake) addMistake(form, 'password', mistake)
    }
    if (!reading.ok || form.summary.length > 0) {
      return show(res.status(422), 'people/new-password', { ...choose, address: req.path, email: whose.email, form })
    }
    const passwordHash = await hashOfPassword(reading.values.password)
    const done = await inOne(db, trx => resetPassword(trx, token, passwordHash))
    if (!done) return show(res.status(410), 'people/over', linkIsOver)
    await startSession(db, res, whose.personId)
    await tell(db, res, 'Your new password is set. Every other browser has been signed out.')
    res.redirect(303, '/')
  })

  routes.get('/people/:person/password-reset', async (req, res) => {
    const { account } = await mayHelp(signedIn(res), req.params.person)
    const handed = await handedToPage<{ link: string }>(db, res)
    const link = handed?.link ?? null
    show(res, 'people/hand-over-link', { ...handOver(account, req.path), link, mailed: mail.leaves })
  })

  routes.post('/people/:person/password-reset', async (req, res) => {
    const { person, account } = await mayHelp(signedIn(res), req.params.person)
    const link = await inOne(db, trx => makeResetLink(trx, baseUrl, account.id, person.id))
    const kind = mail.leaves ? 'reset link sent' : 'reset link made'
    await inOne(db, trx => record(trx, { kind, by: person, aboutKind: 'person', aboutId: account.id }))
    if (mail.leaves) void mail.send(resetLinkMadeLetter(account.email, person.name, link))
    if (!mail.leaves) return res.redirect(303, await handToPage(db, res, req.path, { link }))
    await tell(
      db,
      res,
      `A letter is on its way to ${account.name}, with a link that works once, for 60 minutes. Nobody else has it, and you do not see it.`,
    )
    res.redirect(303, '/')
  })

  async function sendLink(email: string, address: string): Promise<void> {
    const attempt = await inOne(db, trx => beginTry(trx, `reset ${email}`, address))
    await holdBack(attempt)
    if (attempt.wait > 0) return
    const person = await db
      .selectFrom('people')
      .select(['id', 'email'])
      .where('email', '=', email)
      .where('disabledAt', 'is', null)
      .executeTakeFirst()
    if (!person) return
    const link = await inOne(db, trx => makeResetLink(trx, baseUrl, person.id))
    await mail.send(resetLetter(person.email, link))
  }

  /** Where letters leave, the link goes to its owner alone; only where none do is it shown to the one who helps. */
  async function mayHelp(person: ReturnType<typeof signedIn>, id: string) {
    const account = await findAccount(db, id)
    const reach = await reachOf(db, account)
    if (account.disabledAt || !mayHelpWithPassword(person, reach)) throw new NotFound()
    allow(mail.leaves || mayBeShownResetLink(person, reach), reachesFurther(account.name))
    return { person, account }
  }

  return routes
}

function reachesFurther(name: string): string {
  return `${name} reaches the names of pupils, or names who does, which you do not. A link shown to you would open all of it. Whoever looks after the machine can help, or sets up letters, so that the link goes to ${name} alone.`
}

const forgotten = { title: 'Forgotten your password?' }
const choose = { title: 'Choose a new password' }
const linkIsOver = {
  title: 'This link no longer works',
  sentences: [
    'A link to choose a new password works once, for 60 minutes, and a newer one takes its place.',
    'Your password is as it was. You can ask for another link.',
  ],
  action: { href: '/forgotten-password', text: 'Ask for another link' },
}

function handOver(account: { name: string }, address: string) {
  return {
    title: `A new password for ${account.name}`,
    name: account.name,
    address,
    back: { href: '/', text: 'Back' },
  }
}
