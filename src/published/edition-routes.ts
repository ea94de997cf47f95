import { type Request, type Response, Router } from 'express'
import type { House } from '../house.js'
import { sendPdf } from '../publishing/taking-away/sending-pdf.js'
import { readEdition } from '../publishing/editions/still-allowed.js'
import type { Edition } from '../publishing/tables.js'
import { queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { citationsOf } from './citing.js'
import { comparePage } from './comparing/compare-page.js'
import { editionPage, markerPage } from './edition-page.js'
import { findEdition, type FoundEdition, networkOf } from './reading.js'

type OfWork = Request<{ place: string; slug: string }>

/** One published work: its editions, its PDF, how it is cited, and how its editions differ. */
export function editionRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/published/:place/:slug.pdf', async (req: OfWork, res) => {
    const found = await findOne(req)
    const { edition } = found
    if (edition.withdrawnAt) return showMarker(res, found)
    const { document } = await readEdition(db, edition, found.pseudonyms, baseUrl)
    await sendPdf(house, res, document, `${edition.slug}-edition-${edition.number}`)
  })

  routes.get('/published/:place/:slug', async (req: OfWork, res) => {
    const found = await findOne(req)
    if (found.edition.withdrawnAt) return showMarker(res, found)
    show(res, 'published/edition', await editionPage(db, res.locals.person, found, baseUrl))
  })

  for (const [file, as] of [
    ['bib', 'application/x-bibtex'],
    ['ris', 'application/x-research-info-systems'],
  ] as const)
    routes.get(`/published/:place/:slug/citation.${file}`, async (req: OfWork, res) => {
      const found = await findOne(req)
      const { edition } = found
      if (edition.withdrawnAt) return showMarker(res, found)
      const { document } = await readEdition(db, edition, found.pseudonyms, baseUrl)
      const { bibtex, ris } = citationsOf(document, edition, await networkOf(db, edition))
      res.attachment(`${edition.slug}-${edition.number}.${file}`)
      res.type(`${as}; charset=utf-8`).send(file === 'bib' ? bibtex : ris)
    })

  routes.get('/published/:place/:slug/compare', async (req: OfWork, res) => {
    const found = await findOne(req)
    if (found.editions.length === 0) return showMarker(res, found)
    show(res, 'published/compare', await comparePage(db, found, askedToCompare(req, found), baseUrl))
  })

  function findOne(req: OfWork): Promise<FoundEdition> {
    return findEdition(db, req.params.place, req.params.slug, queried(req, 'edition'))
  }

  async function showMarker(res: Response, found: FoundEdition): Promise<void> {
    show(res.status(410), 'published/withdrawn', await markerPage(db, found, baseUrl))
  }

  return routes
}

/** The newest edition beside the one before it, unless others are asked for by their numbers. */
function askedToCompare(req: Request, { editions }: FoundEdition): { from: Edition; to: Edition } {
  const asked = (name: string) => editions.find(one => String(one.number) === queried(req, name))
  const to = asked('to') ?? editions[0]!
  return { to, from: asked('from') ?? editions.find(one => one.number < to.number) ?? to }
}
