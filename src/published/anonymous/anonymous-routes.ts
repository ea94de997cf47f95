import { type Request, type Response, Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../../publishing/taking-away/shown-document.js'
import { queried } from '../../web/page-of.js'
import { formOf } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { anonymousCopy, takenOutByHand } from './anonymous-copy.js'
import { toPublished } from '../edition-page.js'
import { addressOf } from '../works.js'
import { mayTakeAnonymousCopy } from '../permissions.js'
import { findEdition, type FoundEdition } from '../reading.js'

type OfWork = Request<{ place: string; slug: string }>

/** A copy of a published work without anybody's name, as a page and as a PDF, for those whose work it is. */
export function anonymousRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/published/:place/:slug/anonymous.pdf', async (req: OfWork, res) => {
    const { document } = await anonymousCopy(db, await taking(req, res), baseUrl, takenOutByHand(queried(req, 'also')))
    await sendPdf(house, res, document, 'anonymous-copy')
  })

  routes.get('/published/:place/:slug/anonymous', async (req: OfWork, res) => {
    const found = await taking(req, res)
    const { edition } = found
    const also = queried(req, 'also').slice(0, 4000)
    const { document, instead, pictures } = await anonymousCopy(db, found, baseUrl, takenOutByHand(also))
    const href = addressOf(edition.ofKind, edition.slug)
    show(res, 'published/anonymous', {
      title: 'An anonymous copy',
      breadcrumbs: [toPublished, { href, text: edition.title }],
      document: await shownDocument(document, () => ''),
      instead,
      pictures,
      address: `${href}/anonymous`,
      edition: edition.number,
      form: formOf({ also }),
      pdf: `${href}/anonymous.pdf?${new URLSearchParams({ edition: String(edition.number), ...(also ? { also } : {}) }).toString()}`,
    })
  })

  /** For others there is no such copy; of what was withdrawn there is none for anybody. */
  async function taking(req: OfWork, res: Response): Promise<FoundEdition> {
    const person = signedIn(res)
    const found = await findEdition(db, req.params.place, req.params.slug, queried(req, 'edition'))
    if (found.edition.withdrawnAt || !mayTakeAnonymousCopy(person, found.edition, found.groupId))
      throw new NotFound('copy')
    return found
  }

  return routes
}
