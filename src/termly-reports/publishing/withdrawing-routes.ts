import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { networkHead } from '../../networks/head.js'
import { tell } from '../../people/sessions.js'
import { withdrawEditions } from '../../publishing/editions/editions.js'
import { type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { WithdrawForm } from '../forms.js'
import type { ReportWithdrawalPage } from '../pages.js'
import { mayCompose } from '../permissions.js'
import { findReportToWrite, publishableOf, reportOf, type ReportToWrite } from '../report.js'

/** A network leader takes a published report out of the public's sight. */
export function withdrawingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/networks/:network/reports/:term/withdrawal', async (req, res) => {
    const where = await findReportToWrite(db, signedIn(res), req.params)
    allow(mayCompose(where.person, where.network))
    show(res, 'termly-reports/withdrawal', withdrawalPage(where, formOf()))
  })

  routes.post('/networks/:network/reports/:term/withdrawal', async (req, res) => {
    const where = await findReportToWrite(db, signedIn(res), req.params)
    const { person, network, term, address } = where
    allow(mayCompose(person, network))
    const reading = read(WithdrawForm, req.body)
    if (!reading.ok) return show(res.status(422), 'termly-reports/withdrawal', withdrawalPage(where, reading.form))
    const report = await reportOf(db, term)
    if (!report) throw new NotFound('published report')
    await inOne(db, trx => withdrawEditions(trx, publishableOf(report), person, reading.values.because))
    await tell(db, res, 'The report is withdrawn. A marker with your reason stands in its place.')
    res.redirect(303, address)
  })

  return routes
}

function withdrawalPage({ person, network, term }: ReportToWrite, form: FormState): ReportWithdrawalPage {
  return {
    title: `Withdraw the report for ${term.name}`,
    head: networkHead(network, person, 'reports'),
    network,
    term,
    form,
  }
}
