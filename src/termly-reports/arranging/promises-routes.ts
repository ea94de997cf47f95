import { Router } from 'express'
import type { House } from '../../house.js'
import { termBefore } from '../../networks/terms/terms.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { OutcomeForm, PromiseForm } from '../forms.js'
import { findReportToArrange } from '../report.js'
import { findPromise, makePromise, removePromise, tellOutcome } from './promises.js'
import { formAmongMany, showToMend } from './showing-to-mend.js'
import type { KnownPart } from './parts.js'

/** What the network promises for the next term, and what became of what it promised in the last. */
export function promisesRoutes(house: House, known: KnownPart[]): Router {
  const { db } = house
  const routes = Router()
  const at = '/networks/:network/reports/:term/promises' as const

  routes.post(at, async (req, res) => {
    const where = await findReportToArrange(db, signedIn(res), req.params)
    const reading = read(PromiseForm, req.body)
    if (!reading.ok) return showToMend(house, res, where, known, reading.form)
    await makePromise(db, where.term, reading.values.promise, where.person)
    res.redirect(303, `${where.address}#part-promises`)
  })

  routes.post(`${at}/:promise/removal`, async (req, res) => {
    const { term, person, address } = await findReportToArrange(db, signedIn(res), req.params)
    await removePromise(db, await findPromise(db, req.params.promise, [term]), person)
    await tell(db, res, 'The promise is taken out.')
    res.redirect(303, `${address}#part-promises`)
  })

  routes.post(`${at}/:promise/outcome`, async (req, res) => {
    const where = await findReportToArrange(db, signedIn(res), req.params)
    const before = await termBefore(db, where.term)
    const promise = await findPromise(db, req.params.promise, before ? [before] : [where.term])
    const reading = read(OutcomeForm, req.body)
    if (!reading.ok) return showToMend(house, res, where, known, formAmongMany(promise.id, reading.form))
    await tellOutcome(db, promise, reading.values, where.person)
    res.redirect(303, `${where.address}#part-promised`)
  })

  return routes
}
