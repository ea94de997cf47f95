import { type Request, type Response, Router } from 'express'
import { inOne } from '../database.js'
import { allow, NotFound } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { queried } from '../web/page-of.js'
import { type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { mayWithdrawEditions } from '../publishing/permissions.js'
import { sendPdf } from '../publishing/sending-pdf.js'
import { shownDocument } from '../publishing/shown-document.js'
import { pseudonymsOfEdition } from '../publishing/still-allowed.js'
import type { Edition } from '../publishing/tables.js'
import { takeAwayOf } from '../publishing/taking-away.js'
import { anonymousCopy } from './anonymous.js'
import { citationsOf } from './citing.js'
import { comparedParts } from './comparing.js'
import { WithdrawalForm } from './forms.js'
import { addressOf } from './library.js'
import type { EditionLine } from './pages.js'
import { mayTakeAnonymousCopy } from './permissions.js'
import { findEdition, type FoundEdition, isPlace, kindAt, queryOf, readEdition } from './reading.js'
import { metaOf } from './telling-machines.js'
import { withdrawWork } from './withdrawing.js'

type OfWork = Request<{ place: string; slug: string }>

/** One published work: its editions, its PDF, how it is cited, how its editions differ, and its withdrawal. */
export function editionRoutes(house: House): Router {
  const { db, baseUrl } = house
  const routes = Router()

  routes.get('/published/:place/:slug.pdf', async (req: OfWork, res) => {
    const found = await asked(req)
    if (found.edition.withdrawnAt) return showMarker(res, found)
    const { document } = await readEdition(db, found, baseUrl)
    await sendPdf(house, res, document, `${found.edition.slug}-edition-${found.edition.number}`)
  })

  routes.get('/published/:place/:slug', async (req: OfWork, res) => {
    const found = await asked(req)
    const { edition, editions } = found
    if (edition.withdrawnAt) return showMarker(res, found)
    const { document, gaps } = await readEdition(db, found, baseUrl)
    const network = await networkOf(edition)
    const href = addressOf(edition.ofKind, edition.slug)
    const newest = editions[0]!
    const person = res.locals.person
    const { read: words } = await pseudonymsOfEdition(db, edition)
    const meta = metaOf(document, edition, {
      network,
      summary: words(edition.summary),
      baseUrl,
      first: found.all.at(-1)!.publishedAt,
    })
    show(res, 'published/edition', {
      title: document.title,
      meta,
      breadcrumbs: [{ href: '/published', text: 'Published work' }],
      document: shownDocument(document, id => `/published/files/${edition.id}/${id}`),
      number: edition.number,
      publishedAt: edition.publishedAt,
      reason: words(edition.reason),
      newer: newest.id === edition.id ? null : { number: newest.number, href, reason: words(newest.reason) },
      editions: await linesOf(found),
      compare: editions.length > 1 ? `${href}/compare` : null,
      takeAway: takeAwayOf(href, { edition: queryOf(found) }),
      short: edition.ofKind === 'write-up',
      network,
      cite: citationsOf(document, edition, network),
      citation: {
        bibtex: `${href}/citation.bib?edition=${edition.number}`,
        ris: `${href}/citation.ris?edition=${edition.number}`,
      },
      gaps,
      anonymous: person && (await mayTake(person, edition)) ? `${href}/anonymous?edition=${edition.number}` : null,
      withdrawal: person && mayWithdrawEditions(person, edition) ? `${href}/withdrawal` : null,
    })
  })

  for (const [file, as] of [
    ['bib', 'application/x-bibtex'],
    ['ris', 'application/x-research-info-systems'],
  ] as const)
    routes.get(`/published/:place/:slug/citation.${file}`, async (req: OfWork, res) => {
      const found = await asked(req)
      if (found.edition.withdrawnAt) return showMarker(res, found)
      const { document } = await readEdition(db, found, baseUrl)
      const { bibtex, ris } = citationsOf(document, found.edition, await networkOf(found.edition))
      res.attachment(`${found.edition.slug}-${found.edition.number}.${file}`)
      res.type(`${as}; charset=utf-8`).send(file === 'bib' ? bibtex : ris)
    })

  routes.get('/published/:place/:slug/compare', async (req: OfWork, res) => {
    const found = await asked(req)
    if (found.editions.length === 0) return showMarker(res, found)
    const number = (name: string, otherwise: number) =>
      found.editions.find(one => String(one.number) === queried(req, name))?.number ?? otherwise
    const to = number('to', found.editions[0]!.number)
    const from = number('from', found.editions.find(one => one.number < to)?.number ?? to)
    const [before, after] = await Promise.all(
      [from, to].map(async wanted =>
        readEdition(db, { edition: found.editions.find(one => one.number === wanted)! }, baseUrl),
      ),
    )
    const href = addressOf(found.edition.ofKind, found.edition.slug)
    const later = found.editions.find(one => one.number === to)!
    const { read: words } = await pseudonymsOfEdition(db, later)
    show(res, 'published/compare', {
      title: `Editions ${from} and ${to} of “${after!.document.title}”`,
      breadcrumbs: [
        { href: '/published', text: 'Published work' },
        { href, text: after!.document.title },
      ],
      work: after!.document.title,
      address: `${href}/compare`,
      from,
      to,
      reason: words(later.reason),
      editions: await linesOf(found),
      parts: comparedParts(before!.document, after!.document),
    })
  })

  routes.get('/published/:place/:slug/anonymous.pdf', async (req: OfWork, res) => {
    const { edition } = await taking(req, res)
    const { document } = await anonymousCopy(db, edition, baseUrl)
    await sendPdf(house, res, document, 'anonymous-copy')
  })

  routes.get('/published/:place/:slug/anonymous', async (req: OfWork, res) => {
    const { edition } = await taking(req, res)
    const { document, instead, pictures } = await anonymousCopy(db, edition, baseUrl)
    const href = addressOf(edition.ofKind, edition.slug)
    show(res, 'published/anonymous', {
      title: 'An anonymous copy',
      breadcrumbs: [
        { href: '/published', text: 'Published work' },
        { href, text: edition.title },
      ],
      document: shownDocument(document, () => ''),
      instead,
      pictures,
      pdf: `${href}/anonymous.pdf?edition=${edition.number}`,
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
    await inOne(db, trx => withdrawWork(trx, found.edition, person, reading.values.because))
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

  /** For others there is no such copy; of what was withdrawn there is none for anybody. */
  async function taking(req: OfWork, res: Response): Promise<FoundEdition> {
    const person = signedIn(res)
    const found = await asked(req)
    if (found.edition.withdrawnAt || !(await mayTake(person, found.edition))) throw new NotFound('copy')
    return found
  }

  async function mayTake(person: ReturnType<typeof signedIn>, edition: Edition): Promise<boolean> {
    const writeUp =
      edition.ofKind === 'write-up'
        ? await db.selectFrom('writeUps').select('groupId').where('id', '=', edition.ofId).executeTakeFirst()
        : undefined
    return mayTakeAnonymousCopy(person, edition, writeUp?.groupId ?? null)
  }

  /** What was withdrawn leaves a marker: what it was, when it went, and why. Nothing that it said is told. */
  async function showMarker(res: Response, { edition, editions }: FoundEdition): Promise<void> {
    const { read: words } = await pseudonymsOfEdition(db, edition)
    const href = addressOf(edition.ofKind, edition.slug)
    const title = words(edition.title)
    show(res.status(410), 'published/withdrawn', {
      title,
      meta: { description: 'Withdrawn.', canonical: `${baseUrl}${href}`, kind: 'article', unlisted: true },
      kind: edition.ofKind === kindAt.reports ? 'Termly report' : 'Write-up',
      number: edition.number,
      publishedAt: edition.publishedAt,
      withdrawnAt: edition.withdrawnAt ?? '',
      because: words(edition.withdrawnBecause ?? ''),
      network: await networkOf(edition),
      newer: editions[0] ? { number: editions[0].number, href } : null,
    })
  }

  async function linesOf({ edition, editions, all }: FoundEdition): Promise<EditionLine[]> {
    const href = addressOf(edition.ofKind, edition.slug)
    const { read: words } = await pseudonymsOfEdition(db, edition)
    return all.map(one => ({
      number: one.number,
      href: one.id === editions[0]?.id ? href : `${href}?edition=${one.number}`,
      publishedAt: one.publishedAt,
      reason: words(one.reason),
      current: one.id === edition.id,
      withdrawn: one.withdrawnAt ? { at: one.withdrawnAt, because: words(one.withdrawnBecause ?? '') } : null,
    }))
  }

  async function networkOf(edition: Edition): Promise<string> {
    const row = await db.selectFrom('networks').select('name').where('id', '=', edition.networkId).executeTakeFirst()
    return row?.name ?? ''
  }

  return routes
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
