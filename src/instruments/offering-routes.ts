import { Router } from 'express'
import { inOne } from '../database.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { signedIn } from '../web/signed-in.js'
import { findInstrumentToUse, retireInstrument, shareInstrument } from './instruments.js'

/** An instrument is offered to the network, taken back, and put away. */
export function offeringRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/instruments/:instrument/sharing', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrumentToUse(db, person, req.params.instrument)
    await inOne(db, trx => shareInstrument(trx, found, person, true))
    await tell(
      db,
      res,
      'The other groups of the network can copy it now. They see its questions, and nothing that was answered.',
    )
    res.redirect(303, `/instruments/${found.id}`)
  })

  routes.post('/instruments/:instrument/sharing/end', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrumentToUse(db, person, req.params.instrument)
    await inOne(db, trx => shareInstrument(trx, found, person, false))
    await tell(db, res, 'It is the group’s own again. Copies that others made stay theirs.')
    res.redirect(303, `/instruments/${found.id}`)
  })

  routes.post('/instruments/:instrument/removal', async (req, res) => {
    const person = signedIn(res)
    const found = await findInstrumentToUse(db, person, req.params.instrument)
    await inOne(db, trx => retireInstrument(trx, found, person))
    await tell(db, res, 'The instrument is put away. What was filled in with it stays.')
    res.redirect(303, `/groups/${found.groupId}/instruments`)
  })

  return routes
}
