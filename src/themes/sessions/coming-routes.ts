import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { mayComeToSessions } from '../permissions.js'
import { findTheme } from '../themes.js'
import { AccountForm, CancelForm } from './session-forms.js'
import { sessionPage } from './session-page.js'
import { cancelSession, findSession, sayComing, sayNotComing, tellOfSession } from './sessions.js'

/** Who comes to a session, what came of it, and one that is cancelled. */
export function comingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/sessions/:session' as const

  routes.post(`${at}/coming`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    allow(mayComeToSessions(found.person, found.theme), 'Colleagues who work in the network come to its sessions.')
    await inOne(db, trx => sayComing(trx, found.theme, session, found.person))
    await tell(db, res, `You come to “${session.title}”.`)
    res.redirect(303, `${found.address}/sessions/${session.id}`)
  })

  routes.post(`${at}/not-coming`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    await inOne(db, trx => sayNotComing(trx, found.theme, session, found.person))
    await tell(db, res, 'You do not come after all. Thank you for saying so.')
    res.redirect(303, `${found.address}/sessions/${session.id}`)
  })

  routes.get(`${at}/cancellation`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    allow(found.may.change)
    const { theme, head, address } = found
    show(res, 'themes/session-cancel', {
      title: `Cancel “${session.title}”`,
      head,
      theme,
      address,
      session,
      form: formOf(),
    })
  })

  routes.post(`${at}/cancellation`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    allow(found.may.change)
    const reading = read(CancelForm, req.body)
    if (!reading.ok) {
      const { theme, head, address } = found
      const page = { title: `Cancel “${session.title}”`, head, theme, address, session, form: reading.form }
      return show(res.status(422), 'themes/session-cancel', page)
    }
    await inOne(db, trx => cancelSession(trx, found.theme, session, found.person, reading.values.because))
    await tell(db, res, 'The session is cancelled. Whoever meant to come has been told.')
    res.redirect(303, `${found.address}/sessions/${session.id}`)
  })

  routes.post(`${at}/account`, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    const session = await findSession(db, found.theme, req.params.session)
    allow(found.may.change)
    const reading = read(AccountForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/session', await sessionPage(db, found, session, reading.form))
    await inOne(db, trx => tellOfSession(trx, found.theme, session, found.person, reading.values))
    await tell(db, res, 'What came of the session is saved.')
    res.redirect(303, `${found.address}/sessions/${session.id}`)
  })

  return routes
}
