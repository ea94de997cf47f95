import { type Request, Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tellOfDays } from '../../networks/terms/telling-holidays.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { openSlotAsHost, openToCancel, type OpenVisit } from '../finding.js'
import { MovingForm, ReasonForm } from '../forms.js'
import type { MovePage } from '../pages.js'
import type { VisitSlot } from '../tables.js'
import { whenInWords } from '../times.js'
import { slotsOf } from '../visits.js'
import { cancelSlot, cancelVisit, moveSlot } from './hosting.js'
import { cancellationPage } from './cancellation-page.js'

/** Hosts move a day, cancel one, or call the whole visit off: each with a reason, which the visitors are told. */
export function hostingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/:visit' as const

  routes.get(`${at}/slots/:slot/move`, async (req, res) => {
    const { slot, ...there } = await openSlotAsHost(db, signedIn(res), req.params)
    const { day, starts, ends, places } = slot
    show(res, 'visits/move', movePage(there, slot, formOf({ day, starts, ends, places })))
  })

  routes.post(`${at}/slots/:slot/move`, async (req, res) => {
    const { slot, ...there } = await openSlotAsHost(db, signedIn(res), req.params)
    const reading = read(MovingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/move', movePage(there, slot, reading.form))
    if (reading.values.places < slot.taken) {
      const sentence = `${plural(slot.taken, 'place is', 'places are')} taken already`
      const form = addMistake(formOf(req.body), 'places', sentence)
      return show(res.status(422), 'visits/move', movePage(there, slot, form))
    }
    await inOne(db, trx => moveSlot(trx, there.found.visit, slot, there.person, reading.values))
    const sentence = 'The day is changed, and whoever is booked in is told.'
    await tellOfDays(db, res, there.network.id, sentence, [reading.values.day])
    res.redirect(303, there.address)
  })

  routes.get(`${at}/slots/:slot/cancellation`, async (req, res) => {
    const { slot, ...there } = await openSlotAsHost(db, signedIn(res), req.params)
    show(res, 'visits/cancellation', await cancellationPage(db, there, slot, formOf()))
  })

  routes.post(`${at}/slots/:slot/cancellation`, async (req, res) => {
    const { slot, ...there } = await openSlotAsHost(db, signedIn(res), req.params)
    const reading = read(ReasonForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'visits/cancellation', await cancellationPage(db, there, slot, reading.form))
    const { because } = reading.values
    await inOne(db, trx => cancelSlot(trx, there.found.visit, slot, there.person, because))
    await tell(db, res, 'The day is cancelled, and whoever was booked in is told.')
    res.redirect(303, there.address)
  })

  routes.get(`${at}/cancellation`, async (req, res) => {
    const there = await openToCancel(db, signedIn(res), req.params)
    show(res, 'visits/cancellation', await cancellationPage(db, there, null, formOf()))
  })

  routes.post(`${at}/cancellation`, async (req: Request<{ network: string; visit: string }>, res) => {
    const there = await openToCancel(db, signedIn(res), req.params)
    const { visit } = there.found
    const reading = read(ReasonForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'visits/cancellation', await cancellationPage(db, there, null, reading.form))
    const { because } = reading.values
    const ahead = (await slotsOf(db, visit.id)).filter(one => one.cancelledAt === null && one.lastDay >= today())
    await inOne(db, trx => cancelVisit(trx, visit, ahead, there.person, because))
    await tell(db, res, 'The visit is cancelled, and whoever was booked in is told.')
    res.redirect(303, there.address)
  })

  return routes
}

function movePage({ found, head, listAddress, address }: OpenVisit, slot: VisitSlot, form: FormState): MovePage {
  return {
    title: 'Change the day',
    head,
    listAddress,
    address,
    visit: found.visit,
    slot: { id: slot.id, when: whenInWords(slot), taken: slot.taken },
    form,
    earliest: today(),
  }
}
