import { type Request, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { networkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import type { Network } from '../networks/tables.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { slugOf } from '../web/new-id.js'
import { type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { sendPdf } from '../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../publishing/taking-away/shown-document.js'
import { sendWord } from '../publishing/taking-away/taking-away.js'
import { booklet, documentOfBooklet } from './booklet.js'
import {
  addSession,
  changeConference,
  changeSession,
  conferencesOf,
  findConference,
  findSession,
  groupsToChoose,
  makeConference,
  removeSession,
  sessionsOf,
} from './conferences.js'
import { ConferenceForm, SessionForm } from './forms.js'
import './pages.js'
import { mayPrepareConference } from './permissions.js'
import type { Conference } from './tables.js'

type OfNetwork = Request<{ network: string }>
type OfConference = Request<{ network: string; conference: string }>
type OfSession = Request<{ network: string; conference: string; session: string }>

const onlyLeaders = 'The network leader prepares the conference.'

/** The network's conference: its programme, session by session, and the booklet made of it. */
export function conferencesRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  async function inNetwork(req: OfNetwork, res: Response) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    return { person, network, at: `/networks/${network.id}/conferences`, head: networkHead(network, person, 'home') }
  }

  async function found(req: OfConference, res: Response) {
    const there = await inNetwork(req, res)
    const conference = await findConference(db, there.person, there.network, req.params.conference)
    return { ...there, conference, address: `${there.at}/${conference.id}` }
  }

  async function preparing(req: OfConference, res: Response) {
    const there = await found(req, res)
    allow(mayPrepareConference(there.person, there.network), onlyLeaders)
    return there
  }

  routes.get('/networks/:network/conferences', async (req, res) => {
    const { person, network, at, head } = await inNetwork(req, res)
    show(res, 'conferences/index', {
      title: `Conferences of ${network.name}`,
      head,
      address: at,
      conferences: await conferencesOf(db, person, network),
      may: { prepare: mayPrepareConference(person, network) },
    })
  })

  routes.get('/networks/:network/conferences/new', async (req, res) => {
    const { person, network, at, head } = await inNetwork(req, res)
    allow(mayPrepareConference(person, network), onlyLeaders)
    show(res, 'conferences/edit', { title: 'Prepare a conference', head, address: at, back: at, form: formOf() })
  })

  routes.post('/networks/:network/conferences', async (req, res) => {
    const { person, network, at, head } = await inNetwork(req, res)
    allow(mayPrepareConference(person, network), onlyLeaders)
    const reading = read(ConferenceForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'conferences/edit', {
        ...{ title: 'Prepare a conference', head, address: at, back: at },
        form: reading.form,
      })
    const id = await inOne(db, trx => makeConference(trx, network, person, reading.values))
    res.redirect(303, `${at}/${id}`)
  })

  routes.get('/networks/:network/conferences/:conference', async (req, res) => {
    const { person, network, conference } = await found(req, res)
    show(res, 'conferences/show', await programmePage(person, network, conference))
  })

  routes.get('/networks/:network/conferences/:conference/edit', async (req, res) => {
    const { conference, head, address } = await preparing(req, res)
    const { title, heldOn, place, welcome } = conference
    const form = formOf({ title, heldOn, place, welcome })
    show(res, 'conferences/edit', { title: conference.title, head, address, back: address, form })
  })

  routes.post('/networks/:network/conferences/:conference', async (req, res) => {
    const { conference, head, address } = await preparing(req, res)
    const reading = read(ConferenceForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'conferences/edit', {
        ...{ title: conference.title, head, address, back: address },
        form: reading.form,
      })
    await changeConference(db, conference, reading.values)
    await tell(db, res, 'The conference is saved.')
    res.redirect(303, address)
  })

  routes.post('/networks/:network/conferences/:conference/sessions', async (req, res) => {
    const { person, network, conference, address } = await preparing(req, res)
    const reading = read(SessionForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'conferences/show', await programmePage(person, network, conference, reading.form))
    await addSession(db, conference, person, await withGroup(network, reading.values))
    await tell(db, res, `“${reading.values.title}” is in the programme.`)
    res.redirect(303, address)
  })

  routes.get('/networks/:network/conferences/:conference/sessions/:session/edit', async (req: OfSession, res) => {
    const { network, conference, head, address } = await preparing(req, res)
    const session = await findSession(db, conference, req.params.session)
    const { starts, ends, room, title, people, groupId } = session
    const form = formOf({ starts, ends, room, title, people, group: groupId ?? '' })
    show(res, 'conferences/session-edit', await sessionPage(network, session.id, { head, address }, form))
  })

  routes.post('/networks/:network/conferences/:conference/sessions/:session', async (req: OfSession, res) => {
    const { network, conference, head, address } = await preparing(req, res)
    const session = await findSession(db, conference, req.params.session)
    const reading = read(SessionForm, req.body)
    if (!reading.ok)
      return show(
        res.status(422),
        'conferences/session-edit',
        await sessionPage(network, session.id, { head, address }, reading.form),
      )
    await changeSession(db, session, await withGroup(network, reading.values))
    await tell(db, res, 'The programme is saved.')
    res.redirect(303, address)
  })

  routes.post('/networks/:network/conferences/:conference/sessions/:session/removal', async (req: OfSession, res) => {
    const { conference, address } = await preparing(req, res)
    const session = await findSession(db, conference, req.params.session)
    await removeSession(db, session)
    await tell(db, res, `“${session.title}” is out of the programme.`)
    res.redirect(303, address)
  })

  routes.get('/networks/:network/conferences/:conference/booklet', async (req, res) => {
    const { network, conference, head, address } = await found(req, res)
    const document = await documentOfBooklet(db, network, conference, baseUrl)
    show(res, 'conferences/booklet', {
      title: `Booklet: ${conference.title}`,
      head,
      address,
      document: shownDocument(document, () => ''),
    })
  })

  routes.get('/networks/:network/conferences/:conference/booklet.pdf', async (req, res) => {
    const { network, conference } = await found(req, res)
    const document = await documentOfBooklet(db, network, conference, baseUrl)
    await sendPdf(house, res, document, `${slugOf(conference.title)}-booklet`, booklet)
  })

  routes.get('/networks/:network/conferences/:conference/booklet.docx', async (req, res) => {
    const { network, conference } = await found(req, res)
    const document = await documentOfBooklet(db, network, conference, baseUrl)
    await sendWord(house, res, document, `${slugOf(conference.title)}-booklet`)
  })

  async function programmePage(
    person: Person,
    network: Network,
    conference: Conference,
    form: FormState = formOf({ starts: '', ends: '' }),
  ) {
    return {
      title: conference.title,
      head: networkHead(network, person, 'home'),
      address: `/networks/${network.id}/conferences/${conference.id}`,
      conference,
      sessions: await sessionsOf(db, conference),
      groups: await groupsOffered(network),
      form,
      may: { prepare: mayPrepareConference(person, network) },
    }
  }

  async function sessionPage(
    network: Network,
    id: string,
    { head, address }: { head: ReturnType<typeof networkHead>; address: string },
    form: FormState,
  ) {
    const own = `${address}/sessions/${id}`
    return { title: 'A session', head, address: own, back: address, groups: await groupsOffered(network), form }
  }

  async function groupsOffered(network: Network) {
    return (await groupsToChoose(db, network.id)).map(({ id, name }) => ({ value: id, text: name }))
  }

  /** Only a group of this network can lead a session. */
  async function withGroup<Words extends { group: string }>(network: Network, { group, ...words }: Words) {
    const own = (await groupsToChoose(db, network.id)).some(one => one.id === group)
    return { ...words, groupId: own ? group : null }
  }

  return routes
}
