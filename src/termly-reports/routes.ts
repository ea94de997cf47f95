import { Router } from 'express'
import { inOne } from '../database.js'
import { allow, Conflict, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { networkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import { maySeeInside } from '../networks/permissions.js'
import type { Term } from '../networks/tables.js'
import { findTerm, termOn, termsOf } from '../networks/terms/terms.js'
import { tell } from '../people/sessions.js'
import { formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { editionsOf, withdrawEditions } from '../publishing/editions/editions.js'
import { sendPdf } from '../publishing/taking-away/sending-pdf.js'
import {
  documentOf,
  openSubmission,
  returnSubmission,
  submit,
  takeBackSubmission,
} from '../publishing/submitting/submissions.js'
import type { Submission } from '../publishing/tables.js'
import { arrangingRoutes } from './arranging/arranging-routes.js'
import { composePage, previewPage, stateOf } from './arranging/compose-page.js'
import { documentOfReport } from './telling/document-of.js'
import { ApproveForm, ReturnForm, SubmitForm, WithdrawForm } from './forms.js'
import { nudge } from './short-reports/nudging.js'
import './pages.js'
import { mayAnswerReport, mayApproveReport, mayCompose } from './permissions.js'
import { findingsIn, publishReport } from './publishing.js'
import { beginReport, publishableOf, reportOf } from './report.js'
import { shortReportRoutes } from './short-reports/short-report-routes.js'
import { groupsInTerm } from './short-reports/short-reports.js'

export function termlyReportsRoutes(house: House): Router {
  const { db } = house
  const routes = Router()
  routes.use(shortReportRoutes(house))
  routes.use(arrangingRoutes(house))

  routes.get('/networks/:network/reports', async (req, res) => {
    const person = signedIn(res)
    const network = await findNetwork(db, person, req.params.network)
    if (!maySeeInside(person, network)) throw new NotFound('page')
    const now = await termOn(db, network.id)
    const compose = mayCompose(person, network)
    const terms = []
    for (const term of (await termsOf(db, network.id)).filter(one => !now || one.startsOn <= now.startsOn)) {
      const { state, slug } = await stateOf(db, term)
      const opens = compose || mayAnswerReport(person, network)
      terms.push({ term, state, slug, address: opens ? `/networks/${network.id}/reports/${term.slug}` : null })
    }
    show(res, 'termly-reports/index', {
      title: `Termly reports of ${network.name}`,
      head: networkHead(network, person, 'reports'),
      network,
      terms,
      may: { compose },
    })
  })

  routes.get('/networks/:network/reports/:file.pdf', async (req, res) => {
    const { network, term } = await found(res, req.params.network, req.params.file)
    const waiting = await waitingFor(term)
    const document = waiting ? documentOf(waiting) : await documentOfReport(db, network, term)
    const foot = waiting ? 'Submitted, not published yet' : 'Draft, not published'
    await sendPdf(house, res, { ...document, foot }, `${network.id}-${term.slug}`)
  })

  routes.get('/networks/:network/reports/:term', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    show(res, 'termly-reports/show', await composePage(house, { person, network, term }, formOf()))
  })

  routes.get('/networks/:network/reports/:term/preview', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    show(res, 'termly-reports/preview', await previewPage(house, { person, network, term }, formOf()))
  })

  routes.post('/networks/:network/reports/:term/nudges/:group', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    allow(mayCompose(person, network))
    const group = (await groupsInTerm(db, network, term)).find(one => one.id === req.params.group)
    if (!group) throw new NotFound('group')
    await inOne(db, trx => nudge(trx, term, { id: group.id, networkId: network.id }, person))
    await tell(db, res, `${group.name} is reminded.`)
    res.redirect(303, `/networks/${network.id}/reports/${term.slug}`)
  })

  routes.post('/networks/:network/reports/:term/submission', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    allow(mayCompose(person, network))
    const reading = read(SubmitForm, req.body)
    const report = await beginReport(db, network, term, person)
    const editions = await editionsOf(db, publishableOf(report))
    const document = await documentOfReport(db, network, term)
    const findings = await findingsIn(house, network, term, document)
    const form = reading.ok ? formOf(req.body) : reading.form
    if (reading.ok && editions.length > 0 && !reading.values.reason) {
      form.errors.reason = 'Say what is new in this edition. Readers see it'
      form.summary.push({ field: 'reason', text: form.errors.reason })
    }
    if (findings.length > 0)
      form.summary.push({ field: 'findings', text: 'Some evidence may not go out. It is named below' })
    if (!reading.ok || form.summary.length > 0)
      return show(res.status(422), 'termly-reports/show', await composePage(house, { person, network, term }, form))
    await inOne(db, trx => submit(trx, publishableOf(report), { document, reason: reading.values.reason }, person))
    await tell(db, res, 'The report waits for a second person, who approves exactly this version.')
    res.redirect(303, `/networks/${network.id}/reports/${term.slug}`)
  })

  routes.post('/networks/:network/reports/:term/submission/taking-back', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    const { report, submission } = await waiting(term)
    allow(mayCompose(person, network))
    await inOne(db, trx => takeBackSubmission(trx, publishableOf(report), submission, person))
    await tell(db, res, 'The report is taken back. You can go on writing.')
    res.redirect(303, `/networks/${network.id}/reports/${term.slug}`)
  })

  routes.post('/networks/:network/reports/:term/submission/return', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    const { report, submission } = await waiting(term)
    allow(mayApproveReport(person, network, submission))
    const reading = read(ReturnForm, req.body)
    if (!reading.ok)
      return show(
        res.status(422),
        'termly-reports/preview',
        await previewPage(house, { person, network, term }, reading.form),
      )
    await inOne(db, trx => returnSubmission(trx, publishableOf(report), submission, person, reading.values.because))
    await tell(db, res, 'The report is returned with your words.')
    res.redirect(303, `/networks/${network.id}/reports/${term.slug}`)
  })

  routes.post('/networks/:network/reports/:term/publication', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    const { report, submission } = await waiting(term)
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
      return show(
        res.status(422),
        'termly-reports/preview',
        await previewPage(house, { person, network, term }, formOf()),
      )
    await tell(db, res, 'The report is published.')
    res.redirect(303, `/published/reports/${report.slug}`)
  })

  routes.get('/networks/:network/reports/:term/withdrawal', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    allow(mayCompose(person, network))
    show(res, 'termly-reports/withdrawal', {
      title: `Withdraw the report for ${term.name}`,
      head: networkHead(network, person, 'reports'),
      network,
      term,
      form: formOf(),
    })
  })

  routes.post('/networks/:network/reports/:term/withdrawal', async (req, res) => {
    const { person, network, term } = await found(res, req.params.network, req.params.term)
    allow(mayCompose(person, network))
    const reading = read(WithdrawForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'termly-reports/withdrawal', {
        title: `Withdraw the report for ${term.name}`,
        head: networkHead(network, person, 'reports'),
        network,
        term,
        form: reading.form,
      })
    const report = await reportOf(db, term)
    if (!report) throw new NotFound('published report')
    await inOne(db, trx => withdrawEditions(trx, publishableOf(report), person, reading.values.because))
    await tell(db, res, 'The report is withdrawn. A marker with your reason stands in its place.')
    res.redirect(303, `/networks/${network.id}/reports/${term.slug}`)
  })

  /** Drafts are for network leaders and the co-leaders who write and approve; to others only what is published exists. */
  async function found(res: Parameters<typeof signedIn>[0], id: string, slug: string) {
    const person = signedIn(res)
    const network = await findNetwork(db, person, id)
    if (!mayAnswerReport(person, network)) throw new NotFound('report')
    return { person, network, term: await findTerm(db, network.id, slug) }
  }

  async function waitingFor(term: Term): Promise<Submission | undefined> {
    const report = await reportOf(db, term)
    return report && openSubmission(db, publishableOf(report))
  }

  async function waiting(term: Term) {
    const report = await reportOf(db, term)
    const submission = report && (await openSubmission(db, publishableOf(report)))
    if (!report || !submission)
      throw new Conflict('Nothing waits for an answer. It was answered or taken back meanwhile.')
    return { report, submission }
  }

  return routes
}
