import { Router } from 'express'
import { BadInput } from '../errors.js'
import { noteRead } from '../facts/reads/noting.js'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { takeTurns } from '../web/limits/taking-turns.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { findCopy } from './copies.js'
import { copyPage } from './copy-page.js'
import { sendCopy } from './fetching.js'

const inTurn = takeTurns({
  atOnce: 2,
  waiting: 6,
  full: () => new BadInput('Several copies are being made just now. Please fetch this one again in a minute.', 503),
})

/** Fetching a copy that was taken. */
export function fetchingRoutes(house: House, brought: Brought): Router {
  const { db } = house
  const routes = Router()

  routes.get('/copies/:id', async (req, res) => {
    const person = signedIn(res)
    const { copy, enquiry } = await findCopy(db, person, req.params.id)
    show(res, 'copies/copy', await copyPage(db, person, enquiry, copy))
  })

  routes.get('/copies/:id/:name', async (req, res) => {
    const person = signedIn(res)
    const { copy, enquiry } = await findCopy(db, person, req.params.id)
    noteRead(db, { personId: person.id, aboutKind: 'copy', aboutId: copy.id, networkId: enquiry.networkId })
    await inTurn(() => sendCopy(res, house, brought, person, enquiry, copy))
  })

  return routes
}
