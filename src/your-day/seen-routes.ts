import { Router } from 'express'
import { z } from 'zod'
import { aroundPerson } from '../enquiries/around.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { placesOf } from '../enquiries/news/places.js'
import { markAsSeen } from '../facts/news/seeing.js'
import type { House } from '../house.js'
import { findNetwork } from '../networks/networks.js'
import { tell } from '../people/sessions.js'
import type { Brought } from '../room.js'
import { read } from '../web/read.js'
import { signedIn } from '../web/signed-in.js'

const SeenForm = z.strictObject({ group: z.string().max(100).default(''), network: z.string().max(100).default('') })

/** “Mark all as seen”: everything on Your day, or what is new in one place on the page of that place. */
export function seenRoutes({ db }: House, { threads }: Pick<Brought, 'threads'>): Router {
  const routes = Router()

  routes.post('/seen', async (req, res) => {
    const person = signedIn(res)
    const reading = read(SeenForm, req.body)
    const { group, network } = reading.ok ? reading.values : { group: '', network: '' }
    if (group) {
      const { groupId } = await findEnquiry(db, person, group)
      await markAsSeen(db, person, [{ place: 'group', id: groupId }])
      return res.redirect(303, `/groups/${groupId}`)
    }
    if (network) {
      const { id } = await findNetwork(db, person, network)
      await markAsSeen(db, person, [{ place: 'network', id }])
      return res.redirect(303, `/networks/${id}`)
    }
    const around = await aroundPerson(db, person, threads)
    await markAsSeen(db, person, placesOf(person, around.enquiries))
    await tell(db, res, 'Everything is marked as seen.')
    res.redirect(303, '/')
  })

  return routes
}
