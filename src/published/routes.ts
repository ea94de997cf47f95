import { join } from 'node:path'
import { type Request, type Response, Router } from 'express'
import { allow, NotFound } from '../errors.js'
import { sendFile } from '../files/sending.js'
import type { House } from '../house.js'
import { forgetPdfs } from '../pdf/draw.js'
import { tell } from '../people/sessions.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { mayWithdrawEditions } from '../write-ups/permissions.js'
import { picturesThen } from '../write-ups/pictures-then.js'
import { sendPdf } from '../write-ups/sending-pdf.js'
import { shownDocument } from '../write-ups/shown-document.js'
import { editionToRead, pseudonymsOfEdition } from '../write-ups/still-allowed.js'
import type { Edition } from '../write-ups/tables.js'
import { feedOf } from './feed.js'
import { WithdrawalForm } from './forms.js'
import { addressOf, allPublished, chosen, networksIn, yearsIn } from './library.js'
import './pages.js'
import { citation, findEdition, type FoundEdition, isPlace, kindAt, readEdition } from './reading.js'
import { withdrawWork } from './withdrawing.js'

const worksOnAPage = 25

type OfWork = Request<{ place: string; slug: string }>

/** What is published, for everybody: no session is asked for. */
export function publishedRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/published', async (req, res) => {
    const works = await allPublished(db)
    const wanted = {
      network: queried(req, 'network'),
      kind: queried(req, 'kind'),
      words: queried(req, 'words'),
      year: queried(req, 'year'),
    }
    const found = chosen(works, wanted)
    const from = (pageNumber(req) - 1) * worksOnAPage
    show(res, 'published/index', {
      title: 'Published work',
      page: pageOf(req, found.slice(from, from + worksOnAPage), found.length, worksOnAPage),
      filtered: Object.values(wanted).some(word => word !== ''),
      fields: [
        { name: 'words', label: 'Words', value: wanted.words, type: 'search' },
        choiceOf(
          'network',
          'Network',
          wanted.network,
          networksIn(works).map(({ id, name }) => [id, name]),
        ),
        choiceOf('kind', 'Kind', wanted.kind, [
          ['write-up', 'Write-ups'],
          ['termly report', 'Termly reports'],
        ]),
        choiceOf(
          'year',
          'School year',
          wanted.year,
          yearsIn(works).map(year => [year, year]),
        ),
      ],
    })
  })

  routes.get('/published/feed.xml', async (_req, res) => {
    res.type('application/atom+xml').send(feedOf(await allPublished(db), baseUrl))
  })

  routes.get('/published/files/:edition/:file', async (req, res) => {
    const edition = await db
      .selectFrom('editions')
      .selectAll()
      .where('id', '=', req.params.edition)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst()
    const then = edition && (await picturesThen(db, await editionToRead(db, edition, baseUrl)))
    const file = then?.get(req.params.file)
    if (!file) throw new NotFound('picture')
    await sendFile(res, req, house.store, file, { small: true })
  })

  routes.get('/published/:place/:slug.pdf', async (req: OfWork, res) => {
    const found = await asked(req)
    if (found.edition.withdrawnAt) return showMarker(res, found.edition)
    const { document } = await readEdition(db, found, baseUrl)
    await sendPdf(house, res, document, `${found.edition.slug}-edition-${found.edition.number}`)
  })

  routes.get('/published/:place/:slug', async (req: OfWork, res) => {
    const found = await asked(req)
    const { edition, editions } = found
    if (edition.withdrawnAt) return showMarker(res, edition)
    const { document, gaps } = await readEdition(db, found, baseUrl)
    const network = await networkOf(edition)
    const href = addressOf(edition.ofKind, edition.slug)
    const newest = editions[0]!
    const person = res.locals.person
    show(res, 'published/edition', {
      title: document.title,
      document: shownDocument(document, id => `/published/files/${edition.id}/${id}`),
      number: edition.number,
      publishedAt: edition.publishedAt,
      newer: newest.id === edition.id ? null : { number: newest.number, href, reason: newest.reason },
      editions: editions.map(one => ({
        number: one.number,
        href: one.id === newest.id ? href : `${href}?edition=${one.number}`,
        publishedAt: one.publishedAt,
        reason: one.reason,
        current: one.id === edition.id,
      })),
      pdf: `${href}.pdf${newest.id === edition.id ? '' : `?edition=${edition.number}`}`,
      network,
      cite: citation(document, edition, network),
      gaps,
      withdrawal: person && mayWithdrawEditions(person, edition) ? `${href}/withdrawal` : null,
    })
  })

  routes.get('/published/:place/:slug/withdrawal', async (req: OfWork, res) => {
    const { found } = await withdrawing(req, res)
    show(res, 'published/withdrawing', withdrawingPage(found, formOf()))
  })

  routes.post('/published/:place/:slug/withdrawal', async (req: OfWork, res) => {
    const { found, person } = await withdrawing(req, res)
    const reading = read(WithdrawalForm, req.body)
    if (!reading.ok) return show(res.status(422), 'published/withdrawing', withdrawingPage(found, reading.form))
    await withdrawWork(db, found.edition, person, reading.values.because)
    await forgetPdfs(join(house.cache, 'pdf'))
    await tell(db, res, 'It is withdrawn. At its address stands when and why.')
    res.redirect(303, addressOf(found.edition.ofKind, found.edition.slug))
  })

  async function asked(req: OfWork): Promise<FoundEdition> {
    if (!isPlace(req.params.place)) throw new NotFound()
    return findEdition(db, req.params.place, req.params.slug, queried(req, 'edition'))
  }

  async function withdrawing(req: OfWork, res: Response) {
    const person = signedIn(res)
    const found = await asked(req)
    allow(
      mayWithdrawEditions(person, found.edition),
      'A leader of the network withdraws what it published; an administrator can take it down.',
    )
    return { person, found }
  }

  /** What was withdrawn leaves a marker: that it was here, when it went, and why. */
  async function showMarker(res: Response, edition: Edition): Promise<void> {
    const { words } = await pseudonymsOfEdition(db, edition)
    show(res.status(410), 'published/withdrawn', {
      title: words(edition.title),
      kind: edition.ofKind === kindAt.reports ? 'Termly report' : 'Write-up',
      withdrawnAt: edition.withdrawnAt ?? '',
      because: words(edition.withdrawnBecause ?? ''),
      network: await networkOf(edition),
    })
  }

  async function networkOf(edition: Edition): Promise<string> {
    const row = await db.selectFrom('networks').select('name').where('id', '=', edition.networkId).executeTakeFirst()
    return row?.name ?? ''
  }

  return routes
}

function choiceOf(name: string, label: string, value: string, options: [string, string][]) {
  return { name, label, value, options: options.map(([option, text]) => ({ value: option, text })) }
}

function withdrawingPage({ edition, editions }: FoundEdition, form: FormState) {
  const href = addressOf(edition.ofKind, edition.slug)
  return {
    title: `Withdraw “${edition.title}”`,
    work: edition.title,
    editions: editions.length,
    address: `${href}/withdrawal`,
    back: href,
    form,
  }
}
