import { type Request, Router } from 'express'
import type { House } from '../house.js'
import { handedToPage } from '../people/handing-to-pages.js'
import { sendPdf } from '../publishing/taking-away/sending-pdf.js'
import { sendWord } from '../publishing/taking-away/taking-away.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { documentOfDossier } from './document-of.js'
import { dossierPage } from './dossier-page.js'
import { dossierPlaces, fileNameOf, onOneSheet } from './dossier.js'

type OfSchool = Request<{ of: string; school: string }>

/** Reading a dossier, on a page and on paper. */
export function readingRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  for (const { address, find } of dossierPlaces) {
    routes.get(`${address}.pdf`, async (req: OfSchool, res) => {
      const dossier = await find(db, signedIn(res), req.params.of, req.params.school)
      await sendPdf(house, res, await documentOfDossier(db, dossier, baseUrl), fileNameOf(dossier), onOneSheet)
    })

    routes.get(`${address}.docx`, async (req: OfSchool, res) => {
      const dossier = await find(db, signedIn(res), req.params.of, req.params.school)
      await sendWord(house, res, await documentOfDossier(db, dossier, baseUrl), fileNameOf(dossier))
    })

    routes.get(address, async (req: OfSchool, res) => {
      const person = signedIn(res)
      const dossier = await find(db, person, req.params.of, req.params.school)
      const handed = await handedToPage<{ link: string }>(db, res)
      show(res, 'dossiers/show', await dossierPage(house, person, dossier, { link: handed?.link }))
    })
  }

  return routes
}
