import { pictureInEdition } from './pictures.js'
import { type Request, type Response, Router } from 'express'
import type { House } from '../house.js'
import { queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { shownDocument } from '../publishing/taking-away/shown-document.js'
import { readEdition } from '../publishing/editions/still-allowed.js'
import type { Edition } from '../publishing/tables.js'
import {
  sendPowerpoint,
  sendShortForm,
  sendWord,
  shortFormNames,
  shortForms,
  takeAwayOf,
} from '../publishing/taking-away/taking-away.js'
import { addressOf } from './works.js'
import { findEdition, type FoundEdition, queryOf } from './reading.js'

type OfWork = Request<{ place: string; slug: string }>
type OfWriteUp = Request<{ slug: string }>

/** A published work in its other forms: for Word, and a write-up in two pages, on a poster and on slides. */
export function takingAwayRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/published/:place/:slug.docx', async (req: OfWork, res) => {
    const found = await findEdition(db, req.params.place, req.params.slug, queried(req, 'edition'))
    const read = await readUnlessWithdrawn(res, found)
    if (read) await sendWord(house, res, read.document, fileNameOf(found.edition))
  })

  for (const form of shortFormNames) {
    const address = `/published/write-ups/:slug/${form}`
    routes.get(address, async (req: OfWriteUp, res) => {
      const found = await findOne(req)
      const read = await readUnlessWithdrawn(res, found)
      if (!read) return
      const { edition } = found
      const { document } = shortForms[form](read.document)
      const query = queryOf(found)
      const href = addressOf(edition.ofKind, edition.slug)
      show(res, 'publishing/handout', {
        title: document.title,
        head: null,
        back: { href: `${href}${query}`, text: 'The whole write-up' },
        document: await shownDocument(document, pictureInEdition(edition)),
        version: document.foot,
        takeAway: takeAwayOf(href, { edition: query }),
        form,
      })
    })
    routes.get(`${address}.pdf`, async (req: OfWriteUp, res) => {
      const found = await findOne(req)
      const read = await readUnlessWithdrawn(res, found)
      if (read) await sendShortForm(house, res, read.document, form, fileNameOf(found.edition))
    })
    routes.get(`${address}.docx`, async (req: OfWriteUp, res) => {
      const found = await findOne(req)
      const read = await readUnlessWithdrawn(res, found)
      if (read)
        await sendWord(house, res, shortForms[form](read.document).document, `${fileNameOf(found.edition)}-${form}`)
    })
  }

  routes.get('/published/write-ups/:slug/slides.pptx', async (req: OfWriteUp, res) => {
    const found = await findOne(req)
    const read = await readUnlessWithdrawn(res, found)
    if (read) await sendPowerpoint(house, res, read.document, fileNameOf(found.edition))
  })

  function findOne(req: OfWriteUp): Promise<FoundEdition> {
    return findEdition(db, 'write-ups', req.params.slug, queried(req, 'edition'))
  }

  /** What was withdrawn has no other forms any more: the way leads to its marker. */
  async function readUnlessWithdrawn(res: Response, { edition, pseudonyms }: FoundEdition) {
    if (!edition.withdrawnAt) return readEdition(db, edition, pseudonyms, baseUrl)
    res.redirect(303, `${addressOf(edition.ofKind, edition.slug)}?edition=${edition.number}`)
    return undefined
  }

  return routes
}

/** What a file of an edition is called, to which the form and the ending are added. */
function fileNameOf({ slug, number }: Edition): string {
  return `${slug}-edition-${number}`
}
