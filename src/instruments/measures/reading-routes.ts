import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ReadingForm, ReadingRemarkForm } from '../forms.js'
import { addressOfMeasures, measurePage } from './measure-page.js'
import { findMeasureToKeep, hasReadings, measure, remarkOnReading, removeReading } from './measures.js'
import { whyNoSuchNumber } from './judging-readings.js'
import type { Moments } from './moments.js'
import { placesToMeasure } from '../schools.js'

/** Readings of a measure are added by hand, taken away, and said to be far out. */
export function readingRoutes({ db }: House, moments: Moments[]): Router {
  const routes = Router()

  routes.post('/measures/:measure/readings', async (req, res) => {
    const person = signedIn(res)
    const found = await findMeasureToKeep(db, person, req.params.measure)
    const reading = read(ReadingForm, req.body)
    const offered = await placesToMeasure(db, found.enquiry)
    const form = reading.ok ? formOf(req.body) : reading.form
    if (reading.ok) {
      const { school, value, pupils } = reading.values
      if (!offered.some(one => one.id === school)) addMistake(form, 'school', 'Choose one of these schools')
      const mistake = whyNoSuchNumber(found, value, pupils)
      if (mistake) addMistake(form, 'value', mistake)
    }
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'instruments/measure', await measurePage(db, person, found, moments, form))
    const { school: schoolId, ...values } = reading.values
    await inOne(db, trx => measure(trx, found.enquiry, person, { schoolId, measure: found.name, ...values }))
    await tell(db, res, 'The reading is added.')
    res.redirect(303, `/measures/${found.id}`)
  })

  routes.post('/measures/:measure/readings/:reading/removal', async (req, res) => {
    const person = signedIn(res)
    const found = await findMeasureToKeep(db, person, req.params.measure)
    await inOne(db, trx => removeReading(trx, found, person, req.params.reading))
    await tell(db, res, 'The reading is taken away.')
    res.redirect(303, (await hasReadings(db, found)) ? `/measures/${found.id}` : addressOfMeasures(found.enquiry))
  })

  routes.post('/measures/:measure/readings/:reading/remark', async (req, res) => {
    const found = await findMeasureToKeep(db, signedIn(res), req.params.measure)
    const { remark } = wellRead(read(ReadingRemarkForm, req.body))
    await remarkOnReading(db, found, req.params.reading, remark)
    await tell(db, res, remark ? 'The reading is marked as far out.' : 'The reading is not marked any more.')
    res.redirect(303, `/measures/${found.id}`)
  })

  return routes
}
