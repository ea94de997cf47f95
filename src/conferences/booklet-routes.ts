import { Router } from 'express'
import type { House } from '../house.js'
import { sendPdf } from '../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../publishing/taking-away/shown-document.js'
import { sendWord } from '../publishing/taking-away/taking-away.js'
import { slugOf } from '../web/new-id.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { booklet, documentOfBooklet } from './booklet.js'
import './pages.js'
import { findBooklet } from './finding.js'

/** The booklet of a conference: on a page, on paper, and to be worked on. */
export function bookletRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()
  const at = '/networks/:network/conferences/:conference' as const

  routes.get(`${at}/booklet`, async (req, res) => {
    const { network, conference, head, address, asGuest } = await findBooklet(db, signedIn(res), req.params)
    const document = await documentOfBooklet(db, network, conference, baseUrl, asGuest)
    show(res, 'conferences/booklet', {
      title: `Booklet: ${conference.title}`,
      head,
      address,
      asGuest,
      document: await shownDocument(document, () => ''),
    })
  })

  routes.get(`${at}/booklet.pdf`, async (req, res) => {
    const { network, conference, asGuest } = await findBooklet(db, signedIn(res), req.params)
    const document = await documentOfBooklet(db, network, conference, baseUrl, asGuest)
    await sendPdf(house, res, document, `${slugOf(conference.title)}-booklet`, booklet)
  })

  routes.get(`${at}/booklet-to-fold.pdf`, async (req, res) => {
    const { network, conference, asGuest } = await findBooklet(db, signedIn(res), req.params)
    const document = await documentOfBooklet(db, network, conference, baseUrl, asGuest)
    await sendPdf(house, res, document, `${slugOf(conference.title)}-booklet-to-fold`, { ...booklet, folded: true })
  })

  routes.get(`${at}/booklet.docx`, async (req, res) => {
    const { network, conference, asGuest } = await findBooklet(db, signedIn(res), req.params)
    const document = await documentOfBooklet(db, network, conference, baseUrl, asGuest)
    await sendWord(house, res, document, `${slugOf(conference.title)}-booklet`)
  })

  return routes
}
