import { Router } from 'express'
import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Brought } from '../../room.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { actionInView, findAction } from '../actions.js'
import { actionToChange } from '../action-to-change.js'
import { ActionForm, RevisedActionForm } from '../forms.js'
import { mayAgreeActions } from '../permissions.js'
import { schoolsAmong, schoolsFor } from '../schools/schools.js'
import { listed } from '../../words/words.js'
import { newActionPage, revisedActionPage } from './action-form-page.js'
import { agreeAction, reviseAction } from './agreeing.js'

/** A new action is agreed, and an action is revised. */
export function agreeingRoutes({ db }: House, { holdsSchools }: Pick<Brought, 'holdsSchools'>): Router {
  const routes = Router()

  routes.get('/groups/:group/actions/new', async (req, res) => {
    const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
    allow(mayAgreeActions(enquiry))
    show(res, 'actions/form', await newActionPage(db, enquiry, formOf({ schools: enquiry.schoolIds })))
  })

  routes.post('/groups/:group/actions', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayAgreeActions(enquiry))
    const reading = read(ActionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'actions/form', await newActionPage(db, enquiry, reading.form))
    const schools = await schoolsAmong(db, reading.values.schools, enquiry)
    const action = await inOne(db, trx => agreeAction(trx, enquiry, person, { ...reading.values, schools }))
    await tell(db, res, `A${action.number} is agreed. Each school can now say how it makes it its own.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  routes.get('/actions/:action/revise', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const inView = await actionInView(db, person, action)
    const on = inView.schools.map(one => one.schoolId)
    const form = formOf({ ...action, schools: on, stood: on })
    show(res, 'actions/form', await revisedActionPage(db, action, form))
  })

  routes.post('/actions/:action/revisions', async (req, res) => {
    const person = signedIn(res)
    const action = await actionToChange(db, person, req.params.action)
    const reading = read(RevisedActionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'actions/form', await revisedActionPage(db, action, reading.form))
    const { stood, ...values } = reading.values
    const offered = await schoolsFor(db, action.enquiry, action.id)
    const schools = offered.map(one => one.id).filter(id => values.schools.includes(id))
    const unticked = stood.filter(id => !schools.includes(id) && offered.some(one => one.id === id))
    const revised = { ...values, schools, unticked }
    const staying = await inOne(db, trx => reviseAction(trx, action, person, revised, holdsSchools))
    if (!staying) {
      const theirs = await findAction(db, person, action.id)
      const form = addMistake(
        formOf({ ...(req.body as object), version: theirs.version }),
        'action',
        'Somebody else has changed this action since you opened it. Read theirs, and then save what it should say.',
      )
      return show(res.status(409), 'actions/form', { ...(await revisedActionPage(db, action, form)), theirs })
    }
    const names = listed(offered.filter(one => staying.includes(one.id)).map(one => one.name))
    const stay = staying.length === 1 ? 'stays' : 'stay'
    const why = ` ${names} ${stay} on it, because something has been written, measured or judged there.`
    await tell(db, res, `A${action.number} is revised.${staying.length > 0 ? why : ''}`)
    res.redirect(303, `/actions/${action.id}`)
  })

  return routes
}
