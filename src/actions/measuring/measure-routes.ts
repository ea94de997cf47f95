import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { headOf } from '../../enquiries/head.js'
import type { House } from '../../house.js'
import { comparisonsOf } from '../../instruments/comparisons/comparisons.js'
import { measuresOfEnquiry } from '../../instruments/measures/measures.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import type { FoundAction } from '../actions.js'
import { crumbsBeneathAction } from '../addresses.js'
import { actionToChange } from '../action-to-change.js'
import { MeasureForm } from '../forms.js'
import type { MeasurePage } from '../pages.js'
import { schoolOptions, schoolsAmong } from '../schools/schools.js'
import { measureAction, removeMeasure } from './measures.js'

/** What was measured of an action: added, and taken away. */
export function measureRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/measures/new', async (req, res) => {
    const action = await actionToChange(db, signedIn(res), req.params.action)
    show(res, 'actions/measure', await measurePage(db, action, formOf({ measuredOn: today() })))
  })

  routes.post('/actions/:action/measures', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const reading = read(MeasureForm, req.body)
    if (!reading.ok) return show(res.status(422), 'actions/measure', await measurePage(db, action, reading.form))
    const { school: schoolId, ...values } = reading.values
    const isComparison = (await comparisonsOf(db, action.enquiry)).some(one => one.id === schoolId)
    if (!isComparison && (await schoolsAmong(db, [schoolId], action.enquiry, action.id)).length === 0) {
      const form = addMistake(formOf(req.body), 'school', 'Choose one of these schools')
      return show(res.status(422), 'actions/measure', await measurePage(db, action, form))
    }
    await inOne(db, trx => measureAction(trx, action, person, { schoolId, ...values }))
    await tell(db, res, 'The measure is added.')
    res.redirect(303, `/actions/${action.id}#measures`)
  })

  routes.post('/actions/:action/measures/:measure/removal', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    await inOne(db, trx => removeMeasure(trx, action, person, req.params.measure))
    await tell(db, res, 'The measure is taken away.')
    res.redirect(303, `/actions/${action.id}#measures`)
  })

  return routes
}

async function measurePage(db: Db, action: FoundAction, form: FormState): Promise<MeasurePage> {
  const known = await measuresOfEnquiry(db, action.enquiry)
  return {
    title: `Add a measure to action A${action.number}`,
    breadcrumbs: crumbsBeneathAction(action),
    head: headOf(action.enquiry, 'actions'),
    action: { label: `A${action.number}`, href: `/actions/${action.id}`, action: action.action },
    form,
    schools: [
      ...(await schoolOptions(db, action.enquiry, action.id)),
      ...(await comparisonsOf(db, action.enquiry)).map(({ id, label }) => ({ value: id, text: label })),
    ],
    known: known.map(one => one.name),
  }
}
