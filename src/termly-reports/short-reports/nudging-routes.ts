import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { signedIn } from '../../web/signed-in.js'
import { mayCompose } from '../permissions.js'
import { findReportToWrite } from '../report.js'
import { reportInMaking } from '../report-in-making.js'
import { nudge } from './nudging.js'
import type { KnownPart } from '../arranging/parts.js'

/** A network leader reminds a group of its short report. */
export function nudgingRoutes({ db }: House, known: KnownPart[]): Router {
  const routes = Router()

  routes.post('/networks/:network/reports/:term/nudges/:group', async (req, res) => {
    const { person, network, term, address } = await findReportToWrite(db, signedIn(res), req.params)
    allow(mayCompose(person, network))
    const group = (await reportInMaking(db, network, term, known).groups()).find(one => one.id === req.params.group)
    if (!group) throw new NotFound('group')
    await inOne(db, trx => nudge(trx, term, { id: group.id, networkId: network.id }, person))
    await tell(db, res, `${group.name} is reminded.`)
    res.redirect(303, address)
  })

  return routes
}
