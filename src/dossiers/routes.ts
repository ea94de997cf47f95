import { type Request, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { headOf } from '../enquiries/head.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { networkHead } from '../networks/head.js'
import { findNetwork } from '../networks/networks.js'
import { handedToPage, handToPage } from '../people/handing-to-pages.js'
import { tell } from '../people/sessions.js'
import { slugOf } from '../web/new-id.js'
import { notTooOften } from '../web/limits/not-too-often.js'
import { type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { sendPdf } from '../publishing/taking-away/sending-pdf.js'
import { shownDocument } from '../publishing/taking-away/shown-document.js'
import { sendWord } from '../publishing/taking-away/taking-away.js'
import { documentOfDossier } from './document-of.js'
import { dossierAddress, findDossier, findGroupsDossier } from './dossier.js'
import type { Dossier } from './tables.js'
import { LinkForm } from './forms.js'
import { dossierByLink, makeLink, openLinksOf, withdrawLink } from './links.js'
import './pages.js'
import { asLetter } from './paper.js'
import { mayLink } from './permissions.js'

type Asked = Request<{ place: string; of: string; school: string }>

const onlyByLeaders = 'The lead learner, a leader of the network or the head makes a link.'

/** What is recommended to one school, on one page and on paper, also for a head who has no account. */
export function dossiersRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  const found = async (req: Asked, res: Response): Promise<{ person: Reader; dossier: Dossier }> => {
    const person = signedIn(res)
    const { place, of, school } = req.params
    const find = place === 'groups' ? findGroupsDossier : findDossier
    return { person, dossier: await find(db, person, of, school) }
  }

  for (const place of ['groups', 'networks']) {
    const address = `/:place/:of/dossiers/:school`.replace(':place', place)
    const own = (req: Request) => Object.assign(req, { params: { ...req.params, place } }) as unknown as Asked

    routes.get(`${address}.pdf`, async (req, res) => {
      const { dossier } = await found(own(req), res)
      await sendPdf(house, res, await documentOfDossier(db, dossier, baseUrl), nameOf(dossier), asLetter)
    })

    routes.get(`${address}.docx`, async (req, res) => {
      const { dossier } = await found(own(req), res)
      await sendWord(house, res, await documentOfDossier(db, dossier, baseUrl), nameOf(dossier))
    })

    routes.get(address, async (req, res) => {
      const { person, dossier } = await found(own(req), res)
      const handed = await handedToPage<{ link: string }>(db, res)
      show(res, 'dossiers/show', await page(person, dossier, { link: handed?.link }))
    })

    routes.post(`${address}/links`, async (req, res) => {
      const { person, dossier } = await found(own(req), res)
      allow(mayLink(person, dossier), onlyByLeaders)
      const reading = read(LinkForm, req.body)
      if (!reading.ok)
        return show(res.status(422), 'dossiers/show', await page(person, dossier, { form: reading.form }))
      const link = await inOne(db, trx => makeLink(trx, dossier, person, Number(reading.values.days), baseUrl))
      res.redirect(303, await handToPage(db, res, dossierAddress(dossier), { link }))
    })

    routes.post(`${address}/links/:link/withdrawal`, async (req, res) => {
      const { link } = req.params
      const { person, dossier } = await found(own(req), res)
      allow(mayLink(person, dossier), onlyByLeaders)
      await inOne(db, trx => withdrawLink(trx, dossier, person, link))
      await tell(db, res, 'The link is withdrawn. From now on it leads nowhere.')
      res.redirect(303, dossierAddress(dossier))
    })
  }

  // So that nobody tries links one after another.
  const asked = notTooOften({
    times: 40,
    seconds: 60,
    sentence: 'That is many requests from one place. Please try again in a minute.',
  })
  routes.use('/dossiers', async (req, res, next) => {
    await asked(req)
    res.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' })
    next()
  })

  routes.get('/dossiers/:token.pdf', async (req: Request<{ token: string }>, res) => {
    const { dossier } = await dossierByLink(db, req.params.token)
    await sendPdf(house, res, await documentOfDossier(db, dossier, baseUrl), nameOf(dossier), asLetter)
  })

  routes.get('/dossiers/:token', async (req: Request<{ token: string }>, res) => {
    const { dossier, link } = await dossierByLink(db, req.params.token)
    const document = await documentOfDossier(db, dossier, baseUrl)
    show(res, 'dossiers/by-link', {
      title: document.title,
      meta: { description: '', canonical: `${baseUrl}/`, kind: 'website', unlisted: true },
      document: shownDocument(document, () => ''),
      pdf: `/dossiers/${req.params.token}.pdf`,
      endsAt: link.endsAt,
    })
  })

  async function page(
    person: Reader,
    dossier: Dossier,
    { link, form = formOf({ days: '30' }) }: { link?: string; form?: FormState } = {},
  ) {
    const may = { link: mayLink(person, dossier) }
    const document = await documentOfDossier(db, dossier, baseUrl)
    return {
      title: document.title,
      ...(await headsOf(person, dossier)),
      address: dossierAddress(dossier),
      school: dossier.school,
      document: shownDocument(document, () => ''),
      link: link ?? null,
      links: may.link ? await openLinksOf(db, dossier) : [],
      form,
      may,
    }
  }

  async function headsOf(person: Reader, { groupId, networkId }: Dossier) {
    if (groupId) return { head: headOf(await findEnquiry(db, person, groupId), 'recommendations'), networkHead: null }
    const network = await findNetwork(db, person, networkId)
    return { head: null, networkHead: networkHead(network, person, 'recommendations') }
  }

  return routes
}

function nameOf({ school }: Dossier): string {
  return `${slugOf(school)}-dossier`
}
