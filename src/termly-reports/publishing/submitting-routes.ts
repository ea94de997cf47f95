import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { editionsOf } from '../../publishing/editions/editions.js'
import { submit, takeBackSubmission } from '../../publishing/submitting/submissions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { today } from '../../web/now.js'
import { signedIn } from '../../web/signed-in.js'
import { composePage } from '../arranging/compose-page.js'
import { SubmitForm } from '../forms.js'
import '../pages.js'
import { mayCompose } from '../permissions.js'
import { beginReport, begunBy, findReportToWrite, findWaitingReport, publishableOf } from '../report.js'
import { documentOfReportNow } from '../telling/document-of.js'
import { hindrancesInReport } from './hindrances.js'
import { secondPeople } from './second-people.js'
import type { KnownPart } from '../arranging/parts.js'

/** A network leader asks a second person to approve the report as it is now, or takes it back. */
export function submittingRoutes(house: House, known: KnownPart[]): Router {
  const { db } = house
  const routes = Router()

  routes.post('/networks/:network/reports/:term/submission', async (req, res) => {
    const where = await findReportToWrite(db, signedIn(res), req.params)
    const { person, network, term, address } = where
    allow(mayCompose(person, network))
    begunBy(today(), term)
    const reading = read(SubmitForm, req.body)
    const report = await beginReport(db, network, term, person)
    const editions = await editionsOf(db, publishableOf(report))
    const document = await documentOfReportNow(db, network, term, known)
    const findings = await hindrancesInReport(house, network, term, document)
    const form = reading.ok ? formOf(req.body) : reading.form
    if (reading.ok && editions.length > 0 && !reading.values.reason)
      addMistake(form, 'reason', 'Say what is new in this edition. Readers see it')
    if (findings.length > 0) addMistake(form, 'findings', 'Some evidence may not go out. It is named below')
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'termly-reports/show', await composePage(house, where, known, form))
    await inOne(db, trx => submit(trx, publishableOf(report), { document, reason: reading.values.reason }, person))
    const second = await secondPeople(db, network, person)
    await tell(
      db,
      res,
      second.length > 0
        ? 'The report waits for a second person, who approves exactly this version.'
        : 'The report is submitted, and nobody but you could approve it yet. Invite a second leader, who reads it and says yes.',
    )
    res.redirect(303, address)
  })

  routes.post('/networks/:network/reports/:term/submission/taking-back', async (req, res) => {
    const { person, network, term, address } = await findReportToWrite(db, signedIn(res), req.params)
    const { report, submission } = await findWaitingReport(db, person, term)
    allow(mayCompose(person, network))
    await inOne(db, trx => takeBackSubmission(trx, publishableOf(report), submission, person))
    await tell(db, res, 'The report is taken back. You can go on writing.')
    res.redirect(303, address)
  })

  return routes
}
