import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { returnSubmission } from '../../publishing/submitting/submissions.js'
import { formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { ApproveForm, ReturnForm } from '../forms.js'
import '../pages.js'
import { mayApproveReport } from '../permissions.js'
import { findReportToWrite, findWaitingReport, publishableOf } from '../report.js'
import { previewPage } from './preview-page.js'
import { publishReport } from './publishing.js'
import type { KnownPart } from '../arranging/parts.js'

/** A second person returns a submitted report, or approves and thereby publishes it. */
export function answeringRoutes(house: House, known: KnownPart[]): Router {
  const { db } = house
  const routes = Router()

  routes.post('/networks/:network/reports/:term/submission/return', async (req, res) => {
    const where = await findReportToWrite(db, signedIn(res), req.params)
    const { person, network, term, address } = where
    const { report, submission } = await findWaitingReport(db, person, term)
    allow(mayApproveReport(person, network, submission))
    const reading = read(ReturnForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'termly-reports/preview', await previewPage(house, where, known, reading.form))
    await inOne(db, trx => returnSubmission(trx, publishableOf(report), submission, person, reading.values.because))
    await tell(db, res, 'The report is returned with your words.')
    res.redirect(303, address)
  })

  routes.post('/networks/:network/reports/:term/publication', async (req, res) => {
    const where = await findReportToWrite(db, signedIn(res), req.params)
    const { person, network, term } = where
    const { report, submission } = await findWaitingReport(db, person, term)
    allow(
      mayApproveReport(person, network, submission),
      'Publishing needs two people. Somebody other than the one who submitted it has to approve it.',
    )
    const reading = read(ApproveForm, req.body)
    if (!reading.ok)
      throw new Conflict(
        'What you were shown is not the version that waits now. Open it again and read it before you approve it.',
      )
    const outcome = await inOne(db, trx =>
      publishReport(trx, house.keys, network, term, report, submission, reading.values.hash, person),
    )
    if (outcome.findings.length > 0)
      return show(res.status(422), 'termly-reports/preview', await previewPage(house, where, known, formOf()))
    await tell(db, res, 'The report is published.')
    res.redirect(303, `/published/reports/${report.slug}`)
  })

  return routes
}
