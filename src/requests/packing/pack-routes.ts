import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, BadInput } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { takeTurns } from '../../web/limits/taking-turns.js'
import { signedIn } from '../../web/signed-in.js'
import { mayFetchPack, mayOpenFor } from '../permissions.js'
import { findRequest } from '../requests.js'
import { makePack, sendPack } from './pack.js'

const inTurn = takeTurns({
  atOnce: 1,
  waiting: 4,
  full: () => new BadInput('Several packs are being made just now. Please fetch this one again in a minute.', 503),
})

/** The pack of a case is made, and fetched by those who answer for the data. */
export function packRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/requests/:request' as const

  routes.post(`${at}/pack`, async (req, res) => {
    const { person, request, address } = await findRequest(house, signedIn(res), req.params)
    allow(mayOpenFor(person, request), 'The school that answers for the data makes the pack.')
    await inOne(db, trx => makePack(trx, request, person))
    await tell(db, res, 'The pack can be fetched for 14 days. Each fetching is written down.')
    res.redirect(303, address)
  })

  routes.get(`${at}/pack.zip`, async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    allow(mayFetchPack(found.person, found.request), 'There is no pack to be fetched here.')
    await inTurn(() => sendPack(res, house, found))
  })

  return routes
}
