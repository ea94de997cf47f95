import { Router } from 'express'
import { z } from 'zod'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { optionalLine } from '../../web/fields.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findResources, type ResourcesOfNetwork } from '../finding.js'
import { placesWithin } from '../places.js'
import { beToRing, headsToRing, notToRing } from './ringing.js'

const RingingForm = z.strictObject({
  telephone: z
    .string({ error: 'Enter a telephone number' })
    .trim()
    .min(1, { error: 'Enter a telephone number', abort: true })
    .regex(/^\+?[\d ()-]{6,24}$/, 'Enter a telephone number, such as 01632 960123'),
  bestTime: optionalLine(120),
})

/** Confidential support between heads: a name to ring. No content is kept, and no record of who rang. */
export function ringingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/resources/ringing' as const

  routes.get(at, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    show(res, 'resources/ringing', await page(there))
  })

  routes.post(at, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    await headsToRing(db, there.person, there.network)
    const reading = read(RingingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'resources/ringing', await page(there, reading.form))
    await inOne(db, trx => beToRing(trx, there.network, there.person, reading.values))
    await tell(db, res, 'Other heads see your name and number now.')
    res.redirect(303, `${there.address}/ringing`)
  })

  routes.post(`${at}/leaving`, async (req, res) => {
    const there = await findResources(db, signedIn(res), req.params.network)
    await headsToRing(db, there.person, there.network)
    await inOne(db, trx => notToRing(trx, there.network, there.person))
    await tell(db, res, 'Your name and number are off the list, and are kept nowhere.')
    res.redirect(303, `${there.address}/ringing`)
  })

  async function page(there: ResourcesOfNetwork, form?: FormState) {
    const { person, network, head, address } = there
    const heads = await headsToRing(db, person, network)
    const own = heads.find(one => one.personId === person.id)
    return {
      title: 'Heads to ring',
      ...{ head, at: address, address: `${address}/ringing`, back: address },
      ways: placesWithin(there, '/ringing'),
      heads: heads.map(({ name, school, telephone, bestTime }) => ({
        ...{ name, school, telephone, bestTime },
        tel: telephone.replace(/[^\d+]/g, ''),
      })),
      isIn: own !== undefined,
      form: form ?? formOf(own && { telephone: own.telephone, bestTime: own.bestTime }),
    }
  }

  return routes
}
