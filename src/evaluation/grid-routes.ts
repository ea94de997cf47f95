import { Router } from 'express'
import { actionsAddress, actionsCrumb } from '../actions/addresses.js'
import { cycleAsked } from '../claims/cycle.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { cyclesToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import { crumbsOf, headOf, ofCycle, stageAddress } from '../enquiries/head.js'
import type { House } from '../house.js'
import { comparisonsOf } from '../instruments/comparisons/comparisons.js'
import { sendCsv } from '../web/csv.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { effectColumns, effectLines } from './columns.js'
import { effectsOf } from './effects.js'
import { mayJudgeEffectsIn } from './permissions.js'

/** What difference the actions made: actions down, schools across, as a page and as a file. */
export function gridRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/evaluation', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    show(res, 'evaluation/index', {
      title: 'What difference it made',
      breadcrumbs: crumbsOf(enquiry, actionsCrumb(enquiry)),
      head: headOf(enquiry, 'effects'),
      grid: await effectsOf(db, person, enquiry),
      comparisons: (await comparisonsOf(db, enquiry))
        .filter(one => enquiry.standing.member || one.sharedAt !== null)
        .map(one => one.label),
      measures: `/groups/${enquiry.groupId}/measures${ofCycle(enquiry)}`,
      inside: enquiry.standing.member,
      may: { judge: mayJudgeEffectsIn(enquiry) },
      csv: `/groups/${enquiry.groupId}/evaluation.csv${ofCycle(enquiry)}`,
      actions: actionsAddress(enquiry),
      cycles: cyclesToChoose(enquiry, '/evaluation'),
      stage: enquiry.standing.member ? stageAddress(enquiry, 'evaluation') : '',
    })
  })

  routes.get('/groups/:group/evaluation.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group, cycleAsked(req))
    const grid = await effectsOf(db, person, enquiry)
    sendCsv(res, `${enquiry.groupId}-evaluation`, effectColumns, effectLines(grid))
  })

  return routes
}
