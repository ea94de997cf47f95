import { Router } from 'express'
import { read, wellRead } from '../../web/read.js'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { signedIn } from '../../web/signed-in.js'
import { day } from '../../words/words.js'
import { BaselineForm, CountingForm, MeasureNameForm } from '../forms.js'
import { findMeasureToKeep, keepBaseline, renameMeasure, sayWhatItCounts } from './measures.js'

/** What is said of a measure as a whole: its name, what its number is, how long its baseline goes. */
export function namingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/measures/:measure/baseline', async (req, res) => {
    const person = signedIn(res)
    const found = await findMeasureToKeep(db, person, req.params.measure)
    const { until } = wellRead(read(BaselineForm, req.body))
    await inOne(db, trx => keepBaseline(trx, found, person, until))
    await tell(db, res, until ? `The baseline goes until ${day(until)}.` : 'The median follows all readings again.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/counting', async (req, res) => {
    const person = signedIn(res)
    const found = await findMeasureToKeep(db, person, req.params.measure)
    const { counts } = wellRead(read(CountingForm, req.body))
    await inOne(db, trx => sayWhatItCounts(trx, found, person, counts))
    await tell(db, res, 'What the number is has been kept.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/name', async (req, res) => {
    const person = signedIn(res)
    const found = await findMeasureToKeep(db, person, req.params.measure)
    const { name } = wellRead(read(MeasureNameForm, req.body))
    await inOne(db, trx => renameMeasure(trx, found, person, name))
    await tell(db, res, 'The measure has its new name.')
    res.redirect(303, `/measures/${found.id}`)
  })

  return routes
}
