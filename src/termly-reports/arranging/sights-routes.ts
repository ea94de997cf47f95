import { Router } from 'express'
import type { House } from '../../house.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { SightForm } from '../forms.js'
import { findReportToArrange } from '../report.js'
import { showToMend } from './showing-to-mend.js'
import { addSight, removeSight } from './sights.js'
import type { KnownPart } from './parts.js'

/** Dates and places at which there is something to go and see. */
export function sightsRoutes(house: House, known: KnownPart[]): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/reports/:term/sights' as const

  routes.post(at, async (req, res) => {
    const where = await findReportToArrange(db, signedIn(res), req.params)
    const reading = read(SightForm, req.body)
    if (!reading.ok) return showToMend(house, res, where, known, reading.form)
    const { what, place, onDay, hours } = reading.values
    await addSight(db, where.term, { what, place, onDay, hours }, where.person)
    res.redirect(303, `${where.address}#part-see`)
  })

  routes.post(`${at}/:sight/removal`, async (req, res) => {
    const { term, person, address } = await findReportToArrange(db, signedIn(res), req.params)
    await removeSight(db, term, req.params.sight, person)
    res.redirect(303, `${address}#part-see`)
  })

  return routes
}
