import { type Request, Router } from 'express'
import type { House } from '../house.js'
import { sendPdf } from '../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../publishing/taking-away/shown-document.js'
import { notTooOften } from '../web/limits/not-too-often.js'
import { show } from '../web/show.js'
import { documentOfDossier } from './document-of.js'
import { fileNameOf, onOneSheet } from './dossier.js'
import { dossierByLink } from './links.js'

type ByToken = Request<{ token: string }>

/** A dossier for whoever has a link to it. */
export function byLinkRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  // So that nobody tries links one after another.
  const counted = notTooOften({
    times: 40,
    seconds: 60,
    sentence: 'That is many requests from one place. Please try again in a minute.',
  })
  routes.use('/dossiers', async (req, res, next) => {
    await counted(req)
    res.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' })
    next()
  })

  routes.get('/dossiers/:token.pdf', async (req: ByToken, res) => {
    const { dossier } = await dossierByLink(db, req.params.token)
    await sendPdf(house, res, await documentOfDossier(db, dossier, baseUrl), fileNameOf(dossier), onOneSheet)
  })

  routes.get('/dossiers/:token', async (req: ByToken, res) => {
    const { dossier, link } = await dossierByLink(db, req.params.token)
    const document = await documentOfDossier(db, dossier, baseUrl)
    show(res, 'dossiers/by-link', {
      title: document.title,
      meta: { description: '', canonical: `${baseUrl}/`, kind: 'website', unlisted: true },
      document: await shownDocument(document, () => ''),
      pdf: `/dossiers/${req.params.token}.pdf`,
      endsAt: link.endsAt,
    })
  })

  return routes
}
