import { type Request, Router } from 'express'
import { cycleAsked } from '../claims/cycle.js'
import type { Db } from '../database.js'
import { type Enquiry, findEnquiry } from '../enquiries/enquiry.js'
import { cycleKept, cyclesToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import { crumbsOf, headOf, ofCycle } from '../enquiries/head.js'
import type { House } from '../house.js'
import { seenInSpreadsheet } from '../instruments/measures/readings.js'
import type { Reader } from '../names/reader.js'
import { sendCsv } from '../web/csv.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { actionsOf, actionStates, removedFrom } from './actions.js'
import { actionsAddress, evaluationAddress } from './addresses.js'
import { actionColumns, actionLines } from './columns.js'
import type { ActionsIndexPage } from './pages.js'
import { mayAgreeActions } from './permissions.js'

const size = 25

/** The actions of a group, as a page and as a file. */
export function listRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/actions', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    show(res, 'actions/index', await listPage(db, req, person, enquiry))
  })

  routes.get('/groups/:group/actions.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const actions = await actionsOf(db, person, enquiry, seenInSpreadsheet(enquiry))
    sendCsv(res, `${enquiry.groupId}-actions`, actionColumns, actionLines(actions))
  })

  return routes
}

async function listPage(db: Db, req: Request, person: Reader, enquiry: Enquiry): Promise<ActionsIndexPage> {
  const state = queried(req, 'state')
  const actions = (await actionsOf(db, person, enquiry)).filter(action => !state || action.state === state)
  const from = (pageNumber(req) - 1) * size
  const may = { agree: mayAgreeActions(enquiry) }
  return {
    title: 'Actions',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'actions'),
    page: pageOf(req, actions.slice(from, from + size), actions.length, size),
    fields: [
      { name: 'state', label: 'How far', value: state, options: actionStates.map(value => ({ value, text: value })) },
    ],
    removed: may.agree ? await removedFrom(db, enquiry) : [],
    inside: enquiry.standing.member,
    may,
    csv: `/groups/${enquiry.groupId}/actions.csv${ofCycle(enquiry)}`,
    all: actionsAddress(enquiry),
    evaluation: evaluationAddress(enquiry),
    cycles: cyclesToChoose(enquiry, '/actions'),
    kept: cycleKept(enquiry),
  }
}
