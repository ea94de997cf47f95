import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { signedIn } from '../../web/signed-in.js'
import { findReportToArrange } from '../report.js'
import { bringPictureBack, leavePictureOut } from './pictures-of-groups.js'

/** Beside the words of a group stands a picture, or none. */
export function picturesOfGroupsRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/reports/:term/groups/:group/picture' as const

  routes.post(`${at}/leaving-out`, async (req, res) => {
    const { term, person, address } = await findReportToArrange(db, signedIn(res), req.params)
    await inOne(db, trx => leavePictureOut(trx, term, req.params.group, person))
    await tell(db, res, 'No picture stands beside the words of this group now. You can show one again.')
    res.redirect(303, `${address}#group-${req.params.group}`)
  })

  routes.post(`${at}/return`, async (req, res) => {
    const { term, address } = await findReportToArrange(db, signedIn(res), req.params)
    await inOne(db, trx => bringPictureBack(trx, term, req.params.group))
    res.redirect(303, `${address}#group-${req.params.group}`)
  })

  return routes
}
