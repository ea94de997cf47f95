import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { dayOf, today } from '../../web/now.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { mayWorkOn } from '../permissions.js'
import { aboutRequest, findRequest, numberOf } from '../requests.js'
import { thingAt, whoRead } from './who-read.js'

/** Who saw or fetched something since: asked from a case, so that looking it up has a reason; and it is written down itself. */
export function whoReadRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/networks/:network/requests/:request/who-read', async (req, res) => {
    const found = await findRequest(house, signedIn(res), req.params)
    const { person, request, network, head, listAddress, address } = found
    allow(mayWorkOn(person, request), 'Those who deal with this case look that up.')
    const [of, from, until] = [queried(req, 'of'), queried(req, 'from'), queried(req, 'until')]
    const span = { from: from || dayOf(request.receivedAt), until: until || today() }
    const form = formOf({ of, ...span })
    const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day)
    if (!isDay(span.from)) addMistake(form, 'from', 'Enter a day')
    if (!isDay(span.until)) addMistake(form, 'until', 'Enter a day')
    const thing = of === '' ? undefined : await thingAt(db, network.id, of)
    if (of !== '' && !thing)
      addMistake(form, 'of', 'Copy the address of a piece, a file, a meeting, a key or a write-up of this network')
    const rows = thing && form.summary.length === 0 ? await whoRead(db, network.id, thing, span) : null
    if (rows) await inOne(db, trx => record(trx, { kind: 'reads looked up', by: person, ...aboutRequest(request) }))
    show(res.status(form.summary.length > 0 ? 422 : 200), 'requests/who-read', {
      ...{ title: `Who saw it, for ${numberOf(request)}`, head, listAddress, form, rows },
      ...{ address: `${address}/who-read`, back: address, latest: today(), since: span.from },
    })
  })

  return routes
}
