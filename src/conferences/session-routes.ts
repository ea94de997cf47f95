import { Router } from 'express'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { addSession, changeSession, findSession, ledByGroup, removeSession } from './conferences.js'
import { SessionForm } from './forms.js'
import './pages.js'
import { programmePage, sessionPage } from './programme-page.js'
import { findConferenceToPrepare } from './finding.js'

/** The programme of a conference, session by session. */
export function sessionRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/conferences/:conference/sessions' as const

  routes.post(at, async (req, res) => {
    const there = await findConferenceToPrepare(db, signedIn(res), req.params)
    const { person, network, conference, address } = there
    const reading = read(SessionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'conferences/show', await programmePage(db, there, reading.form))
    await addSession(db, conference, person, await ledByGroup(db, network, reading.values))
    await tell(db, res, `“${reading.values.title}” is in the programme.`)
    res.redirect(303, address)
  })

  routes.get(`${at}/:session/edit`, async (req, res) => {
    const there = await findConferenceToPrepare(db, signedIn(res), req.params)
    const session = await findSession(db, there.conference, req.params.session)
    const { starts, ends, room, title, people, groupId } = session
    const form = formOf({ starts, ends, room, title, people, group: groupId ?? '' })
    show(res, 'conferences/session-edit', await sessionPage(db, there, session, form))
  })

  routes.post(`${at}/:session`, async (req, res) => {
    const there = await findConferenceToPrepare(db, signedIn(res), req.params)
    const { network, conference, address } = there
    const session = await findSession(db, conference, req.params.session)
    const reading = read(SessionForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'conferences/session-edit', await sessionPage(db, there, session, reading.form))
    await changeSession(db, session, await ledByGroup(db, network, reading.values))
    await tell(db, res, 'The programme is saved.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:session/removal`, async (req, res) => {
    const { conference, address } = await findConferenceToPrepare(db, signedIn(res), req.params)
    const session = await findSession(db, conference, req.params.session)
    await removeSession(db, session)
    await tell(db, res, `“${session.title}” is out of the programme.`)
    res.redirect(303, address)
  })

  return routes
}
