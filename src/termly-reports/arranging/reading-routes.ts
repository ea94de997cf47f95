import { Router } from 'express'
import type { House } from '../../house.js'
import { documentOf } from '../../publishing/submitting/submissions.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { formOf } from '../../web/read.js'
import { sendPage } from '../../web/sending/page.js'
import { show } from '../../web/show.js'
import { render } from '../../web/showing/views.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { previewPage } from '../publishing/preview-page.js'
import { findReportToArrange, findReportToRead, findReportToWrite, waitingReport } from '../report.js'
import { documentOfReportNow, htmlOfDraft } from '../telling/document-of.js'
import { composePage } from './compose-page.js'
import type { KnownPart } from './parts.js'

/** A report before it is published: as it is written, as a whole, and on paper. */
export function readingRoutes(house: House, known: KnownPart[]): Router {
  const { db } = house
  const routes = Router()

  routes.get('/networks/:network/reports/:file.pdf', async (req, res) => {
    const at = { network: req.params.network, term: req.params.file }
    const { network, term } = await findReportToRead(db, signedIn(res), at)
    const waiting = await waitingReport(db, term)
    const document = waiting ? documentOf(waiting.submission) : await documentOfReportNow(db, network, term, known)
    const foot = waiting ? 'Submitted, not published yet' : 'Draft, not published'
    await sendPdf(house, res, { ...document, foot }, `${network.id}-${term.slug}`)
  })

  routes.get('/networks/:network/reports/:term', async (req, res) => {
    const where = await findReportToWrite(db, signedIn(res), req.params)
    show(res, 'termly-reports/show', await composePage(house, where, known, formOf()))
  })

  routes.get('/networks/:network/reports/:term/reading', async (req, res) => {
    const { network, term } = await findReportToArrange(db, signedIn(res), req.params)
    const html = await htmlOfDraft(await documentOfReportNow(db, network, term, known))
    sendPage(res, render('termly-reports/_reading', { html }))
  })

  routes.get('/networks/:network/reports/:term/preview', async (req, res) => {
    const where = await findReportToRead(db, signedIn(res), req.params)
    show(res, 'termly-reports/preview', await previewPage(house, where, known, formOf()))
  })

  return routes
}
