import { Router } from 'express'
import { type Db, inOne } from '../database.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { NotFound } from '../errors.js'
import type { House } from '../house.js'
import { measuresOfEnquiry } from '../instruments/measures/measures.js'
import { tell } from '../people/sessions.js'
import { today } from '../web/now.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { actionToChange } from './action-routes.js'
import { actionInView, type AtSchool, type FoundAction } from './actions.js'
import { MeasureForm, SchoolForm } from './forms.js'
import { actionsCrumb } from './list-routes.js'
import { measureAction, removeMeasure } from './measures.js'
import type { AtSchoolPage, MeasurePage } from './pages.js'
import { adaptAction, schoolsFor, takeSchoolOff } from './schools.js'

/** An action in each school: how it was adapted, what happened, and what was measured. */
export function schoolRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/actions/:action/schools/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const school = await schoolOf(db, action, req.params.school)
    const { schools } = await actionInView(db, person, action)
    const card = schools.find(one => one.schoolId === school.id)
    show(res, 'actions/school', schoolPage(action, school, formOf(card ?? { version: 0 }), card))
  })

  routes.post('/actions/:action/schools/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const school = await schoolOf(db, action, req.params.school)
    const reading = read(SchoolForm, req.body)
    if (!reading.ok) return show(res.status(422), 'actions/school', schoolPage(action, school, reading.form))
    const { version, ...words } = reading.values
    // A card that nobody had opened yet has version 0 on the form, and 1 as soon as it is made.
    if (
      await inOne(db, trx => adaptAction(trx, action, school.id, person, { ...words, version: Math.max(version, 1) }))
    ) {
      await tell(db, res, `What ${school.name} did is saved.`)
      return res.redirect(303, `/actions/${action.id}#school-${school.id}`)
    }
    const { schools } = await actionInView(db, person, action)
    const theirs = schools.find(one => one.schoolId === school.id)!
    const form = addMistake(
      formOf({ ...(req.body as object), version: theirs.version }),
      'adaptation',
      'Somebody else has written here since you opened it. Read theirs, and then save what it should say.',
    )
    show(res.status(409), 'actions/school', { ...schoolPage(action, school, form, theirs), theirs })
  })

  routes.post('/actions/:action/schools/:school/removal', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const school = await schoolOf(db, action, req.params.school)
    await inOne(db, trx => takeSchoolOff(trx, action, school.id, person))
    await tell(db, res, `${school.name} is taken off A${action.number}.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  routes.get('/actions/:action/measures/new', async (req, res) => {
    const action = await actionToChange(db, signedIn(res), req.params.action)
    show(res, 'actions/measure', await measurePage(db, action, formOf({ measuredOn: today() })))
  })

  routes.post('/actions/:action/measures', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const reading = read(MeasureForm, req.body)
    const page = async (form: FormState) =>
      show(res.status(422), 'actions/measure', await measurePage(db, action, form))
    if (!reading.ok) return page(reading.form)
    const { school: schoolId, ...values } = reading.values
    const offered = await schoolsFor(db, action.enquiry, action.id)
    if (!offered.some(school => school.id === schoolId))
      return page(addMistake(formOf(req.body), 'school', 'Choose one of these schools'))
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

/** @throws NotFound unless the school is one that can try the action */
async function schoolOf(db: Db, action: FoundAction, schoolId: string) {
  const school = (await schoolsFor(db, action.enquiry, action.id)).find(one => one.id === schoolId)
  if (!school) throw new NotFound('school on this action')
  return school
}

function schoolPage(
  action: FoundAction,
  school: { id: string; name: string },
  form: FormState,
  card?: AtSchool,
): AtSchoolPage {
  return {
    title: `${school.name} and action A${action.number}`,
    ...placeOf(action),
    school,
    form,
    theirs: null,
    mayTakeOff: card !== undefined && card.adaptation === '' && card.whatHappened === '',
  }
}

async function measurePage(db: Db, action: FoundAction, form: FormState): Promise<MeasurePage> {
  const known = await measuresOfEnquiry(db, action.enquiry)
  const schools = await schoolsFor(db, action.enquiry, action.id)
  return {
    title: `Add a measure to action A${action.number}`,
    ...placeOf(action),
    form,
    schools: schools.map(({ id, name }) => ({ value: id, text: name })),
    known: known.map(one => one.name),
  }
}

function placeOf(action: FoundAction) {
  const { action: words, expectedEffect } = action
  const place = { label: `A${action.number}`, href: `/actions/${action.id}`, action: words, expectedEffect }
  return {
    breadcrumbs: crumbsOf(action.enquiry, actionsCrumb(action), { href: place.href, text: place.label }),
    head: headOf(action.enquiry, 'actions'),
    action: place,
  }
}
