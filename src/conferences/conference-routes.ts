import { Router } from 'express'
import { inOne } from '../database.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { changeConference, conferencesOf, makeConference } from './conferences.js'
import { ConferenceForm } from './forms.js'
import './pages.js'
import { mayPrepareConference } from './permissions.js'
import { programmePage } from './programme-page.js'
import { allowPreparing, findConferenceToPrepare, findConferenceToRead, findConferencesOf } from './finding.js'

/** Conferences are prepared, described and opened. */
export function conferenceRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/conferences' as const

  routes.get(at, async (req, res) => {
    const { person, network, head, listAddress } = await findConferencesOf(db, signedIn(res), req.params.network)
    show(res, 'conferences/index', {
      title: 'Conferences',
      head,
      address: listAddress,
      conferences: await conferencesOf(db, person, network),
      may: { prepare: mayPrepareConference(person, network) },
    })
  })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findConferencesOf(db, signedIn(res), req.params.network)
    allowPreparing(there)
    const { head, listAddress: address } = there
    show(res, 'conferences/edit', { title: 'Prepare a conference', head, address, back: address, form: formOf() })
  })

  routes.post(at, async (req, res) => {
    const there = await findConferencesOf(db, signedIn(res), req.params.network)
    allowPreparing(there)
    const { person, network, head, listAddress: address } = there
    const reading = read(ConferenceForm, req.body)
    if (!reading.ok) {
      const page = { title: 'Prepare a conference', head, address, back: address, form: reading.form }
      return show(res.status(422), 'conferences/edit', page)
    }
    const id = await inOne(db, trx => makeConference(trx, network, person, reading.values))
    res.redirect(303, `${address}/${id}`)
  })

  routes.get(`${at}/:conference`, async (req, res) => {
    const there = await findConferenceToRead(db, signedIn(res), req.params)
    show(res, 'conferences/show', await programmePage(db, there))
  })

  routes.get(`${at}/:conference/edit`, async (req, res) => {
    const { conference, head, address } = await findConferenceToPrepare(db, signedIn(res), req.params)
    const { title, heldOn, place, welcome } = conference
    const form = formOf({ title, heldOn, place, welcome })
    show(res, 'conferences/edit', { title: conference.title, head, address, back: address, form })
  })

  routes.post(`${at}/:conference`, async (req, res) => {
    const { conference, head, address } = await findConferenceToPrepare(db, signedIn(res), req.params)
    const reading = read(ConferenceForm, req.body)
    if (!reading.ok) {
      const page = { title: conference.title, head, address, back: address, form: reading.form }
      return show(res.status(422), 'conferences/edit', page)
    }
    await changeConference(db, conference, reading.values)
    await tell(db, res, 'The conference is saved.')
    res.redirect(303, address)
  })

  return routes
}
