import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findVisitsAtWork } from '../finding.js'
import { NamedForm, Nothing, SupportingChangeForm, SupportingForm } from '../forms.js'
import '../pages.js'
import { isOneOfTheTwo } from '../permissions.js'
import { supportingFormPage, supportingPage } from './supporting-page.js'
import {
  agreeToSupport,
  askHeadForTime,
  callOffSupport,
  findSupportingVisit,
  moveSupport,
  nameNoMore,
  nameSomebody,
  proposeSupport,
} from './supporting.js'

/** A visit by which one colleague supports another: it is theirs, and nobody else’s. */
export function supportingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/supporting' as const

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    show(res, 'visits/supporting-edit', await supportingFormPage(db, there, formOf()))
  })

  routes.post(at, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    const reading = read(SupportingForm, req.body)
    const page = await supportingFormPage(db, there, reading.ok ? formOf(req.body) : reading.form)
    if (!reading.ok) return show(res.status(422), 'visits/supporting-edit', page)
    if (!page.colleagues!.some(one => one.value === reading.values.colleague)) {
      addMistake(page.form, 'colleague', 'Choose somebody of the network')
      return show(res.status(422), 'visits/supporting-edit', page)
    }
    const id = await inOne(db, trx => proposeSupport(trx, there.network.id, there.person, reading.values))
    await tell(db, res, 'Your colleague is asked. Nobody else knows of it.')
    res.redirect(303, `${there.listAddress}/supporting/${id}`)
  })

  routes.get(`${at}/:id`, async (req, res) => {
    const { there, found } = await open(res, req.params)
    show(res, 'visits/supporting', await supportingPage(db, there, found))
  })

  routes.get(`${at}/:id/edit`, async (req, res) => {
    const { there, found, address } = await openToChange(res, req.params)
    const { day, starts, ends, place, about } = found.visit
    const form = formOf({ day, starts, ends, place, about })
    show(res, 'visits/supporting-edit', await supportingFormPage(db, there, form, address))
  })

  routes.post(`${at}/:id`, async (req, res) => {
    const { there, found, address } = await openToChange(res, req.params)
    const reading = read(SupportingChangeForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'visits/supporting-edit', await supportingFormPage(db, there, reading.form, address))
    await inOne(db, trx => moveSupport(trx, found.visit, there.person, reading.values))
    await tell(db, res, 'Saved. Your colleague is told.')
    res.redirect(303, address)
  })

  const deeds = {
    agreement: [agreeToSupport, 'You have agreed.'],
    'calling-off': [callOffSupport, 'It is called off.'],
    release: [
      askHeadForTime,
      'Your head is asked for the time, and told that it is for a visit to a colleague. No more.',
    ],
  } as const
  for (const [noun, [deed, told]] of Object.entries(deeds))
    routes.post(`${at}/:id/${noun}`, async (req, res) => {
      const { there, found, address } = await openToChange(res, req.params)
      allow(noun !== 'agreement' || found.visit.colleagueId === there.person.id)
      wellRead(read(Nothing, req.body))
      await inOne(db, trx => deed(trx, found.visit, there.person))
      await tell(db, res, told)
      res.redirect(303, address)
    })

  routes.post(`${at}/:id/people`, async (req, res) => {
    const { there, found, address } = await openToChange(res, req.params)
    const reading = read(NamedForm, req.body)
    const page = await supportingPage(db, there, found, reading.ok ? formOf(req.body) : reading.form)
    if (!reading.ok) return show(res.status(422), 'visits/supporting', page)
    allow(
      page.colleagues.some(one => one.value === reading.values.person),
      'Choose somebody of the network.',
    )
    await inOne(db, trx => nameSomebody(trx, found.visit, there.person, reading.values.person))
    await tell(db, res, 'They see it too now.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:id/people/:person/removal`, async (req, res) => {
    const { found, address } = await openToChange(res, req.params)
    wellRead(read(Nothing, req.body))
    await inOne(db, trx => nameNoMore(trx, found.visit, req.params.person))
    await tell(db, res, 'They do not see it any more.')
    res.redirect(303, address)
  })

  async function open(res: Response, params: { network: string; id: string }) {
    const there = await findVisitsAtWork(db, signedIn(res), params.network)
    const found = await findSupportingVisit(db, there.person, params)
    return { there, found, address: `${there.listAddress}/supporting/${found.visit.id}` }
  }

  async function openToChange(res: Response, params: { network: string; id: string }) {
    const opened = await open(res, params)
    allow(isOneOfTheTwo(opened.there.person, opened.found.visit), 'Only those two change it.')
    return opened
  }

  return routes
}
