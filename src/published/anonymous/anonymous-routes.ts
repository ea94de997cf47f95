import { type Request, type Response, Router } from 'express'
import { NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { sendPdf } from '../../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../../publishing/taking-away/shown-document.js'
import { queried } from '../../web/page-of.js'
import { formOf } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { toPublished } from '../edition-page.js'
import { mayTakeAnonymousCopy } from '../permissions.js'
import { findEdition, type FoundEdition } from '../reading.js'
import { addressOf } from '../works.js'
import { anonymousCopy } from './anonymous-copy.js'
import { asking, type Asking } from './asking.js'
import { answered } from './recognised.js'

type OfWork = Request<{ place: string; slug: string }>

/** A copy of a published work without anybody's name, as a page and as a PDF, for those whose work it is. */
export function anonymousRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/published/:place/:slug/anonymous.pdf', async (req: OfWork, res) => {
    const copy = await asking(db, await taking(req, res), req)
    if (!copy.isAnswered) return res.redirect(303, copy.address)
    await sendPdf(house, res, copyOf(copy), 'anonymous-copy')
  })

  routes.get('/published/:place/:slug/anonymous', async (req: OfWork, res) => {
    const found = await taking(req, res)
    const { edition } = found
    const copy = await asking(db, found, req)
    const href = addressOf(edition.ofKind, edition.slug)
    const page = {
      title: 'An anonymous copy',
      breadcrumbs: [toPublished, { href, text: edition.title }],
      address: `${href}/anonymous`,
      edition: edition.number,
    }
    const { recognised, form, answers, also } = copy
    if (!copy.isAnswered || 'again' in req.query) {
      if (form.summary.length > 0) res.status(422)
      return show(res, 'published/anonymous-asked', { ...page, recognised, also, form })
    }
    const said = new URLSearchParams({ edition: String(edition.number), ...answers, ...(also ? { also } : {}) })
    show(res, 'published/anonymous', {
      ...page,
      document: await shownDocument(copyOf(copy), () => ''),
      instead: copy.to.instead,
      pictures: copy.to.pictures,
      answers: Object.entries(answers).map(([field, answer]) => ({ field, answer })),
      again: `${href}/anonymous?${said.toString()}&again`,
      form: formOf({ also }),
      pdf: `${href}/anonymous.pdf?${said.toString()}`,
    })
  })

  function copyOf({ to, group, form }: Asking) {
    return anonymousCopy(answered(to.document, group, form), to, baseUrl)
  }

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
