import { Router } from 'express'
import { inOne } from '../../database.js'
import { headOf } from '../../enquiries/head.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { actionInView, type AtSchool, type FoundAction } from '../actions.js'
import { crumbsBeneathAction } from '../addresses.js'
import { actionToChange } from '../action-to-change.js'
import { SchoolForm } from '../forms.js'
import type { AtSchoolPage } from '../pages.js'
import { adaptAction, findSchoolOfAction, takeSchoolOff } from './schools.js'

/** An action in one school: how it was adapted, and what happened. */
export function schoolRoutes({ db }: House, { holdsSchools }: Pick<Brought, 'holdsSchools'>): Router {
  const routes = Router()

  routes.get('/actions/:action/schools/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const school = await findSchoolOfAction(db, action, req.params.school)
    const { schools } = await actionInView(db, person, action)
    const card = schools.find(one => one.schoolId === school.id)
    show(res, 'actions/school', schoolPage(action, school, formOf(card ?? { version: 0 }), card))
  })

  routes.post('/actions/:action/schools/:school', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const school = await findSchoolOfAction(db, action, req.params.school)
    const reading = read(SchoolForm, req.body)
    if (!reading.ok) return show(res.status(422), 'actions/school', schoolPage(action, school, reading.form))
    const { version, ...words } = reading.values
    // A card that nobody had opened yet has version 0 on the form, and 1 as soon as it is made.
    const adapted = { ...words, version: Math.max(version, 1) }
    if (await inOne(db, trx => adaptAction(trx, action, school.id, person, adapted))) {
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
    const school = await findSchoolOfAction(db, action, req.params.school)
    await inOne(db, trx => takeSchoolOff(trx, action, school.id, person, holdsSchools))
    await tell(db, res, `${school.name} is taken off A${action.number}.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  return routes
}

function schoolPage(
  action: FoundAction,
  school: { id: string; name: string },
  form: FormState,
  card?: AtSchool,
): AtSchoolPage {
  const { number, enquiry, expectedEffect } = action
  return {
    title: `${school.name} and action A${number}`,
    breadcrumbs: crumbsBeneathAction(action),
    head: headOf(enquiry, 'actions'),
    action: { label: `A${number}`, href: `/actions/${action.id}`, action: action.action, expectedEffect },
    school,
    form,
    theirs: null,
    mayTakeOff: card !== undefined && card.adaptation === '' && card.whatHappened === '',
  }
}
