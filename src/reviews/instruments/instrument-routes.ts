import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { mayBegin, mayMakeInstruments, mayReadReviews } from '../permissions.js'
import { themesLedBy } from '../rounds/begin-page.js'
import { findReviewsOf, type ReviewsOfNetwork } from '../rounds/rounds.js'
import { changeInstrument, findInstrument, makeInstrument, type OfferedInstrument, retireInstrument } from './own.js'
import { formFrom, OwnInstrumentForm, ownWordsIn } from './own-form.js'
import { editPage, newPage } from './own-page.js'
import './pages.js'

/** What a network can look at itself with: the four that come along, and its own. */
export function instrumentRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reviews/instruments' as const

  routes.get(`${at}/new`, async (req, res) => {
    const there = await makersOf(signedIn(res), req.params.network)
    const from = queried(req, 'from') ? await findInstrument(db, there.network, queried(req, 'from')) : null
    show(res, 'reviews/own-instrument', newPage(there, from, formFrom(from, from ? `${from.name}, our own` : '')))
  })

  routes.post(at, async (req, res) => {
    const there = await makersOf(signedIn(res), req.params.network)
    const wanted = String(formOf(req.body).values.from ?? '')
    const from = wanted ? await findInstrument(db, there.network, wanted) : null
    const reading = read(OwnInstrumentForm, req.body)
    if (!reading.ok) return show(res.status(422), 'reviews/own-instrument', newPage(there, from, reading.form))
    const words = ownWordsIn(reading.values)
    const id = await inOne(db, trx => makeInstrument(trx, there.network, there.person, words, from))
    await tell(db, res, `“${words.name}” is ready. Begin a review with it.`)
    res.redirect(303, `${there.listAddress}/instruments/${id}`)
  })

  routes.get(`${at}/:instrument`, async (req, res) => {
    const there = await readersOf(signedIn(res), req.params.network)
    const { person, network, head, listAddress } = there
    const instrument = await findInstrument(db, network, req.params.instrument)
    const themes = await themesLedBy(db, person, network)
    show(res, 'reviews/instrument', {
      title: instrument.name,
      ...{ head, listAddress, instrument, address: `${listAddress}/instruments/${instrument.id}` },
      may: {
        begin: mayBegin(
          person,
          network,
          themes.map(one => one.id),
        ),
        make: mayMakeInstruments(person, network),
        change: instrument.own && mayMakeInstruments(person, network),
      },
    })
  })

  routes.get(`${at}/:instrument/edit`, async (req, res) => {
    const there = await makersOf(signedIn(res), req.params.network)
    const instrument = await ownOf(there, req.params.instrument)
    show(res, 'reviews/own-instrument', editPage(there, instrument, formFrom(instrument, instrument.name)))
  })

  routes.post(`${at}/:instrument`, async (req, res) => {
    const there = await makersOf(signedIn(res), req.params.network)
    const instrument = await ownOf(there, req.params.instrument)
    const reading = read(OwnInstrumentForm, req.body)
    if (!reading.ok) return show(res.status(422), 'reviews/own-instrument', editPage(there, instrument, reading.form))
    const words = ownWordsIn(reading.values)
    await inOne(db, trx => changeInstrument(trx, there.network, there.person, instrument, words))
    await tell(db, res, 'It is saved. Reviews that have asked it keep it as it was.')
    res.redirect(303, `${there.listAddress}/instruments/${instrument.id}`)
  })

  routes.post(`${at}/:instrument/removal`, async (req, res) => {
    const there = await makersOf(signedIn(res), req.params.network)
    const instrument = await ownOf(there, req.params.instrument)
    await inOne(db, trx => retireInstrument(trx, there.network, there.person, instrument.id))
    await tell(db, res, `“${instrument.name}” is not offered any more. Reviews that have asked it keep it.`)
    res.redirect(303, there.listAddress)
  })

  /** @throws NotFound for guests */
  async function readersOf(person: Reader, id: string): Promise<ReviewsOfNetwork> {
    const there = await findReviewsOf(db, person, id)
    if (!mayReadReviews(person, there.network)) throw new NotFound('instrument')
    return there
  }

  async function makersOf(person: Reader, id: string): Promise<ReviewsOfNetwork> {
    const there = await readersOf(person, id)
    allow(mayMakeInstruments(person, there.network), 'Instruments of the network’s own are made by its leaders.')
    return there
  }

  async function ownOf({ network }: ReviewsOfNetwork, id: string): Promise<OfferedInstrument> {
    const found = await findInstrument(db, network, id)
    if (!found.own) throw new NotFound('instrument')
    return found
  }

  return routes
}
