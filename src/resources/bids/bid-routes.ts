import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findMoney } from '../finding.js'
import { placesWithin } from '../places.js'
import { BidForm } from './bid-form.js'
import { bidColumns, bidFormPage, bidLine, wordsOfBid } from './bid-pages.js'
import { bidsFor, changeBid, enterBid, findBid, removeBid } from './bids.js'

const perPage = 25

/** Bids for money: to whom, how much, by when, and what came of it. For the network’s leaders. */
export function bidRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/bids' as const

  routes.get(at, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const { person, network, head, address } = there
    const { rows, total } = await bidsFor(db, person, network, { number: pageNumber(req), size: perPage })
    const lines = rows.map(one => bidLine(address, one))
    show(res, 'resources/bids', {
      title: 'Bids for money',
      head,
      at: address,
      ways: placesWithin(there, '/bids'),
      bids: pageOf(req, lines, total, perPage),
      csv: `${address}/bids.csv`,
    })
  })

  routes.get('/networks/:network/resources/bids.csv', async (req, res) => {
    const { person, network } = await findMoney(db, signedIn(res), req.params.network)
    sendCsv(res, `${network.id}-bids`, bidColumns, (await bidsFor(db, person, network)).rows)
  })

  routes.get(`${at}/new`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    show(res, 'resources/bid-edit', await bidFormPage(db, there, formOf({ outcome: 'being written' })))
  })

  routes.post(at, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const reading = read(BidForm, req.body)
    if (!reading.ok) return show(res.status(422), 'resources/bid-edit', await bidFormPage(db, there, reading.form))
    const words = await wordsOfBid(db, there, reading.values)
    await inOne(db, trx => enterBid(trx, there.network, there.person, words))
    await tell(db, res, `The bid to ${words.toWhom} is entered.`)
    res.redirect(303, `${there.address}/bids`)
  })

  routes.get(`${at}/:bid`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const bid = await findBid(db, there.person, there.network, req.params.bid)
    show(res, 'resources/bid-edit', await bidFormPage(db, there, undefined, bid))
  })

  routes.post(`${at}/:bid`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const bid = await findBid(db, there.person, there.network, req.params.bid)
    const reading = read(BidForm, req.body)
    if (!reading.ok) return show(res.status(422), 'resources/bid-edit', await bidFormPage(db, there, reading.form, bid))
    const words = await wordsOfBid(db, there, reading.values)
    await inOne(db, trx => changeBid(trx, bid, there.person, words))
    await tell(db, res, 'The bid is saved.')
    res.redirect(303, `${there.address}/bids`)
  })

  routes.post(`${at}/:bid/removal`, async (req, res) => {
    const there = await findMoney(db, signedIn(res), req.params.network)
    const bid = await findBid(db, there.person, there.network, req.params.bid)
    await inOne(db, trx => removeBid(trx, bid, there.person))
    await tell(db, res, `The bid to ${bid.toWhom} is out of the list.`)
    res.redirect(303, `${there.address}/bids`)
  })

  return routes
}
