import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { DifferenceRemarkForm, ResolutionForm } from '../forms.js'
import { mayCode } from '../permissions.js'
import { findBlindReading } from './blind-readings.js'
import { findDifference, remarkOnDifference, resolveDifference } from './resolving.js'

/** Settling where two readers differ, and talking about it first. */
export function resolvingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/readings/:reading/differences/:difference', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    allow(mayCode(blindReading.enquiry))
    const difference = await findDifference(db, person, blindReading, req.params.difference)
    const reading = read(ResolutionForm, req.body)
    if (!reading.ok) throw new Conflict('Choose what the group keeps: the first reading, the second, both or neither.')
    await inOne(db, trx => resolveDifference(trx, blindReading, difference, person, reading.values.resolution))
    await tell(db, res, 'Settled, and coded so. You can undo this.')
    res.redirect(303, `/readings/${blindReading.id}#difference-${difference.id}`)
  })

  routes.post('/readings/:reading/differences/:difference/remarks', async (req, res) => {
    const person = signedIn(res)
    const blindReading = await findBlindReading(db, person, req.params.reading)
    allow(mayCode(blindReading.enquiry))
    const difference = await findDifference(db, person, blindReading, req.params.difference)
    const reading = read(DifferenceRemarkForm, req.body)
    if (reading.ok) await remarkOnDifference(db, difference, person, reading.values.words)
    else await tell(db, res, reading.form.summary[0]!.text)
    res.redirect(303, `/readings/${blindReading.id}#difference-${difference.id}`)
  })

  return routes
}
