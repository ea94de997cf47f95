import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { heardBy } from '../../mail/heard.js'
import type { House } from '../../house.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, withChoices } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findVisitsAtWork, openAsHost } from '../finding.js'
import { OfferForm, SlotForm, VisitForm } from '../forms.js'
import '../pages.js'
import { mayOffer } from '../permissions.js'
import { visitPage } from '../visit-page.js'
import { offeredOn, whyNotFrom } from './offered.js'
import { changeFormOf, offerFormPage, offerFormOf, wishAnswered } from './offer-page.js'
import { addSlot, changeVisit, offerVisit } from './offering.js'

const forColleagues = 'A school is shown by those who work in it.'

/** A school offers a visit, and says more of it later; one more day. */
export function offerRoutes({ db, mail }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits' as const

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    allow(mayOffer(there.person, there.network), forColleagues)
    show(res, 'visits/edit', await offerFormPage(db, there, await offerFormOf(db, req, there)))
  })

  routes.post(at, async (req, res) => {
    const there = await findVisitsAtWork(db, signedIn(res), req.params.network)
    const { person, network, listAddress } = there
    allow(mayOffer(person, network), forColleagues)
    const page = await offerFormPage(db, there, formOf(req.body))
    const reading = withChoices(read(OfferForm, req.body), req.body, await offeredOn(db, network, page))
    const form = reading.ok ? page.form : reading.form
    const strange = await whyNotFrom(db, person, network, String(form.values.school ?? ''))
    if (strange) addMistake(form, 'school', strange)
    if (!reading.ok || strange) return show(res.status(422), 'visits/edit', { ...page, form })
    const { words, slots, answers } = reading.values
    const wish = await wishAnswered(db, network, answers)
    const id = await inOne(db, trx => offerVisit(trx, network, person, words, slots, wish))
    const sentence = `The visit is offered. Colleagues read of it ${heardBy(mail).weekly()}, and can say that they come.`
    const days = slots.map(slot => slot.day)
    await tellOfDays(db, res, network.id, sentence, days)
    res.redirect(303, `${listAddress}/${id}`)
  })

  routes.get(`${at}/:visit/edit`, async (req, res, next) => {
    const there = await openAsHost(db, signedIn(res), req.params)
    if (there.found.visit.kind !== 'offered') return next()
    const form = await changeFormOf(db, there.found.visit)
    show(res, 'visits/edit', await offerFormPage(db, there, form, there))
  })

  routes.post(`${at}/:visit`, async (req, res, next) => {
    const there = await openAsHost(db, signedIn(res), req.params)
    const { person, network, found, address } = there
    if (found.visit.kind !== 'offered') return next()
    const page = await offerFormPage(db, there, formOf(req.body), there)
    const reading = withChoices(read(VisitForm, req.body), req.body, await offeredOn(db, network, page))
    const form = reading.ok ? page.form : reading.form
    const school = String(form.values.school ?? '')
    const strange = school === found.visit.schoolId ? undefined : await whyNotFrom(db, person, network, school)
    if (strange) addMistake(form, 'school', strange)
    if (!reading.ok || strange) return show(res.status(422), 'visits/edit', { ...page, form })
    await inOne(db, trx => changeVisit(trx, found.visit, person, reading.values))
    await tell(db, res, 'The visit is saved.')
    res.redirect(303, address)
  })

  routes.post(`${at}/:visit/slots`, async (req, res) => {
    const there = await openAsHost(db, signedIn(res), req.params)
    const { person, found, address } = there
    allow(found.visit.kind === 'offered', 'A visit that is only asked for has no days yet.')
    const reading = read(SlotForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/show', await visitPage(db, there, reading.form))
    await inOne(db, trx => addSlot(trx, found.visit, person, reading.values))
    await tellOfDays(db, res, there.network.id, 'One more day is offered.', [reading.values.day])
    res.redirect(303, address)
  })

  return routes
}
