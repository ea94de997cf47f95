import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findVisitsAtWork, openAsHost, type OpenVisit, type VisitsOfNetwork } from '../finding.js'
import { FarForm, FarVisitForm } from '../forms.js'
import { changeFarVisit, planFarVisit } from '../offering/offering.js'
import type { FarFormPage } from '../pages.js'

/** A visit to another network, another place or country: a pair of heads, or a small party. */
export function farRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits' as const

  routes.get(`${at}/far/new`, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    show(res, 'visits/far', page(there, formOf({ places: '2', starts: '09:00', ends: '15:30' })))
  })

  routes.post(`${at}/far`, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    const reading = read(FarForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/far', page(there, reading.form))
    const id = await inOne(db, trx => planFarVisit(trx, there.network, there.person, reading.values))
    await tell(db, res, 'The visit is planned. Say that you come yourself, and ask those who go with you.')
    res.redirect(303, `${there.listAddress}/${id}`)
  })

  routes.get(`${at}/:visit/edit`, async (req, res, next) => {
    const there = await openAsHost(db, signedIn(res), req.params)
    if (there.found.visit.kind !== 'far') return next()
    const { title, about, elsewhere, place, contact, programme, practical } = there.found.visit
    const form = formOf({ title, about, elsewhere, place, contact, programme, practical })
    show(res, 'visits/far', page(there, form, there))
  })

  routes.post(`${at}/:visit`, async (req, res, next) => {
    const there = await openAsHost(db, signedIn(res), req.params)
    if (there.found.visit.kind !== 'far') return next()
    const reading = read(FarVisitForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/far', page(there, reading.form, there))
    await inOne(db, trx => changeFarVisit(trx, there.found.visit, there.person, reading.values))
    await tell(db, res, 'The visit is saved.')
    res.redirect(303, there.address)
  })

  return routes
}

function page({ head, listAddress }: VisitsOfNetwork, form: FormState, open?: OpenVisit): FarFormPage {
  return {
    title: open ? `Change “${open.found.visit.title}”` : 'Plan a far visit',
    head,
    listAddress,
    address: open?.address ?? `${listAddress}/far`,
    back: open?.address ?? listAddress,
    form,
    isNew: open === undefined,
    earliest: today(),
  }
}
