import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { referenceToKeep } from './reference-to-keep.js'
import { addressOf } from './references.js'
import { shareReference, takeBackReference } from './sharing.js'

/** A reference is shared with the network, or taken back. */
export function sharingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/references/:reference/sharing', async (req, res) => {
    const { person, reference, enquiry } = await referenceToKeep(db, req, res)
    await inOne(db, trx => shareReference(trx, enquiry, reference, person))
    await tell(db, res, 'Other groups of your network can find it now. What you say of it stays in the group.')
    res.redirect(303, addressOf(reference))
  })

  routes.post('/references/:reference/sharing/end', async (req, res) => {
    const { person, reference, enquiry } = await referenceToKeep(db, req, res)
    await inOne(db, trx => takeBackReference(trx, enquiry, reference, person))
    await tell(db, res, 'Other groups no longer find it here. Those who took it over keep their own.')
    res.redirect(303, addressOf(reference))
  })

  return routes
}
