import { Router } from 'express'
import { inOne } from '../../database.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { today } from '../../web/now.js'
import { signedIn } from '../../web/signed-in.js'
import { SendForm } from '../forms.js'
import { mayReadShortReport, maySeeShortReports, maySendShortReport } from '../permissions.js'
import { mayNamePupils } from './names-in-report.js'
import { shortReportPage } from './short-report-page.js'
import { begunBy } from '../report.js'
import { networkReportNow } from './late-reports.js'
import { findShortReport, sendShortReport, termsToReportOn } from './short-reports.js'

/** A group's own report for a term. */
export function shortReportRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/reports', async (req, res) => {
    const enquiry = await findEnquiry(db, signedIn(res), req.params.group)
    if (!maySeeShortReports(enquiry)) throw new NotFound('page')
    show(res, 'termly-reports/group-index', {
      title: 'Term reports',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'reports'),
      groupId: enquiry.groupId,
      terms: (await termsToReportOn(db, enquiry)).map(term => ({
        ...term,
        readable: mayReadShortReport(enquiry, term.sentAt !== null),
      })),
    })
  })

  routes.get('/groups/:group/reports/:term', async (req, res) => {
    const person = signedIn(res)
    const found = await findShortReport(db, person, req.params.group, req.params.term)
    show(res, 'termly-reports/group-report', await shortReportPage(house, person, found))
  })

  routes.post('/groups/:group/reports/:term/sending', async (req, res) => {
    const person = signedIn(res)
    const found = await findShortReport(db, person, req.params.group, req.params.term)
    const { enquiry, term } = found
    allow(maySendShortReport(enquiry), 'The lead learner sends the group’s report.')
    begunBy(today(), term)
    const reading = read(SendForm, req.body)
    if (!reading.ok) {
      const page = await shortReportPage(house, person, found, reading.form)
      return show(res.status(422), 'termly-reports/group-report', page)
    }
    if (await mayNamePupils(house, person, found)) {
      const form = addMistake(formOf(req.body), 'names', 'Say first whether your words name a pupil')
      return show(res.status(422), 'termly-reports/group-report', await shortReportPage(house, person, found, form))
    }
    await inOne(db, trx => sendShortReport(trx, enquiry, term, person, reading.values.releaseDays))
    const late = await networkReportNow(db, term)
    await tell(
      db,
      res,
      late
        ? 'The report is with the network leader, after the network’s report was submitted. What that means stands below.'
        : 'The report is with the network leader. You can still change it and send it again.',
    )
    res.redirect(303, `/groups/${enquiry.groupId}/reports/${term.slug}`)
  })

  return routes
}
