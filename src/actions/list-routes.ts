import { Router } from 'express'
import { cycleAsked } from '../claims/cycle.js'
import { type Db, inOne } from '../database.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { seenInSpreadsheet } from '../instruments/measures/readings.js'
import { tell } from '../people/sessions.js'
import { sendCsv } from '../web/csv.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { actionInView, actionsOf, findAction, type FoundAction, removedFrom } from './actions.js'
import { agreeAction, reviseAction } from './agreeing.js'
import { actionColumns, actionLines } from './columns.js'
import { ActionForm, RevisedActionForm } from './forms.js'
import type { ActionFormPage } from './pages.js'
import { mayAgreeActions, mayChangeAction } from './permissions.js'
import { schoolsFor } from './schools.js'

const size = 25
const states = ['agreed', 'under way', 'completed']

/** The actions of a group; agreeing a new one and revising it. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/actions', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const state = queried(req, 'state')
    const actions = (await actionsOf(db, person, enquiry)).filter(action => !state || action.state === state)
    const from = (pageNumber(req) - 1) * size
    const may = { agree: mayAgreeActions(enquiry) }
    const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
    show(res, 'actions/index', {
      title: `Actions of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'actions'),
      page: pageOf(req, actions.slice(from, from + size), actions.length, size),
      fields: [
        { name: 'state', label: 'How far', value: state, options: states.map(value => ({ value, text: value })) },
      ],
      removed: may.agree ? await removedFrom(db, enquiry) : [],
      inside: enquiry.standing.member,
      may,
      csv: `/groups/${enquiry.groupId}/actions.csv${cycle}`,
      all: `/groups/${enquiry.groupId}/actions${cycle}`,
      evaluation: `/groups/${enquiry.groupId}/evaluation${cycle}`,
    })
  })

  routes.get('/groups/:group/actions.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const actions = await actionsOf(db, person, enquiry, seenInSpreadsheet(enquiry))
    sendCsv(res, `${enquiry.groupId}-actions`, actionColumns, actionLines(actions))
  })

  routes.get('/groups/:group/actions/new', async (req, res) => {
    const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
    allow(mayAgreeActions(enquiry))
    show(res, 'actions/form', await newPage(db, enquiry, formOf({ schools: enquiry.schoolIds })))
  })

  routes.post('/groups/:group/actions', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayAgreeActions(enquiry))
    const reading = read(ActionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'actions/form', await newPage(db, enquiry, reading.form))
    const schools = await among(db, enquiry, reading.values.schools)
    const action = await inOne(db, trx => agreeAction(trx, enquiry, person, { ...reading.values, schools }))
    await tell(db, res, `A${action.number} is agreed. Each school can now say how it makes it its own.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  routes.get('/actions/:action/revise', async (req, res) => {
    const action = await findAction(db, signedIn(res), req.params.action)
    allow(mayChangeAction(action.enquiry, action))
    const inView = await actionInView(db, signedIn(res), action)
    const form = formOf({ ...action, schools: inView.schools.map(one => one.schoolId) })
    show(res, 'actions/form', await revisePage(db, action, form))
  })

  routes.post('/actions/:action/revisions', async (req, res) => {
    const person = signedIn(res)
    const action = await findAction(db, person, req.params.action)
    allow(mayChangeAction(action.enquiry, action))
    const reading = read(RevisedActionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'actions/form', await revisePage(db, action, reading.form))
    const schools = await among(db, action.enquiry, reading.values.schools, action.id)
    if (!(await inOne(db, trx => reviseAction(trx, action, person, { ...reading.values, schools })))) {
      const theirs = await findAction(db, person, action.id)
      const form = addMistake(
        formOf({ ...(req.body as object), version: theirs.version }),
        'action',
        'Somebody else has changed this action since you opened it. Read theirs, and then save what it should say.',
      )
      return show(res.status(409), 'actions/form', { ...(await revisePage(db, action, form)), theirs })
    }
    await tell(db, res, `A${action.number} is revised.`)
    res.redirect(303, `/actions/${action.id}`)
  })

  return routes
}

export function actionsCrumb({ enquiry }: FoundAction) {
  const cycle = enquiry.cycle < enquiry.newestCycle ? `?cycle=${enquiry.cycle}` : ''
  return { href: `/groups/${enquiry.groupId}/actions${cycle}`, text: 'Actions' }
}

async function newPage(db: Db, enquiry: Enquiry, form: FormState): Promise<ActionFormPage> {
  return {
    title: 'Agree an action',
    breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/actions`, text: 'Actions' }),
    head: headOf(enquiry, 'actions'),
    form,
    schools: await schoolOptions(db, enquiry),
    action: null,
    theirs: null,
  }
}

async function revisePage(db: Db, action: FoundAction, form: FormState): Promise<ActionFormPage> {
  const place = { label: `A${action.number}`, href: `/actions/${action.id}` }
  return {
    title: `Revise action ${place.label}`,
    breadcrumbs: crumbsOf(action.enquiry, actionsCrumb(action), { href: place.href, text: place.label }),
    head: headOf(action.enquiry, 'actions'),
    form,
    schools: await schoolOptions(db, action.enquiry, action.id),
    action: place,
    theirs: null,
  }
}

async function schoolOptions(db: Db, enquiry: Enquiry, actionId?: string) {
  return (await schoolsFor(db, enquiry, actionId)).map(({ id, name }) => ({ value: id, text: name }))
}

/** Of the ticked schools, those that were offered. */
async function among(db: Db, enquiry: Enquiry, ticked: string[], actionId?: string): Promise<string[]> {
  const offered = await schoolsFor(db, enquiry, actionId)
  return offered.map(school => school.id).filter(id => ticked.includes(id))
}
