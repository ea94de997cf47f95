import { Router } from 'express'
import { inOne } from '../../database.js'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { AddPartForm, HeadingForm, PlaceForm } from '../forms.js'
import { findReportToArrange } from '../report.js'
import { addPart, bringPartBack, findPart, headPart, leavePartOut, placePart } from './arranging.js'
import { formAmongMany, showToMend } from './showing-to-mend.js'
import type { KnownPart } from './parts.js'

/** The parts of a report: added, moved, left out, brought back, and their headings worded anew. */
export function partsRoutes(house: House, known: KnownPart[]): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/reports/:term/parts' as const

  routes.post(at, async (req, res) => {
    const where = await findReportToArrange(db, signedIn(res), req.params)
    const reading = read(AddPartForm, req.body)
    if (!reading.ok) return showToMend(house, res, where, known, reading.form)
    const { network, term, person, address } = where
    const part = await inOne(db, trx => addPart(trx, network, term, known, reading.values.newHeading, person))
    res.redirect(303, `${address}#part-${part}`)
  })

  routes.post(`${at}/:part/place`, async (req, res) => {
    const { term, person, address } = await findReportToArrange(db, signedIn(res), req.params)
    const reading = read(PlaceForm, req.body)
    if (!reading.ok) throw new NotFound('place')
    const spot = reading.values
    const to = 'by' in spot ? ({ by: spot.by === 'up' ? -1 : 1 } as const) : { before: spot.before || null }
    await inOne(db, trx => placePart(trx, term, known, req.params.part, to, person))
    res.redirect(303, `${address}#part-${req.params.part}`)
  })

  routes.post(`${at}/:part/leaving-out`, async (req, res) => {
    const { network, term, person, address } = await findReportToArrange(db, signedIn(res), req.params)
    const part = await findPart(db, term, known, req.params.part)
    await inOne(db, trx => leavePartOut(trx, network, term, part, person))
    await tell(db, res, `“${part.heading}” is left out. What is in it stays, and it can be brought back.`)
    res.redirect(303, `${address}#part-${part.part}`)
  })

  routes.post(`${at}/:part/return`, async (req, res) => {
    const { network, term, person, address } = await findReportToArrange(db, signedIn(res), req.params)
    const part = await findPart(db, term, known, req.params.part)
    await inOne(db, trx => bringPartBack(trx, network, term, part, person))
    res.redirect(303, `${address}#part-${part.part}`)
  })

  routes.post(`${at}/:part/heading`, async (req, res) => {
    const where = await findReportToArrange(db, signedIn(res), req.params)
    const { network, term, person, address } = where
    const part = await findPart(db, term, known, req.params.part)
    const reading = read(HeadingForm, req.body)
    if (!reading.ok) return showToMend(house, res, where, known, formAmongMany(part.part, reading.form))
    await inOne(db, trx => headPart(trx, network, term, part, reading.values, person))
    res.redirect(303, `${address}#part-${part.part}`)
  })

  return routes
}
