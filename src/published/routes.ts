import { type Request, Router } from 'express'
import { sendFile } from '../files/sending.js'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { directoryOf } from '../groups/directory.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { show } from '../web/show.js'
import { anonymousRoutes } from './anonymous-routes.js'
import { editionRoutes } from './edition-routes.js'
import { feedOf } from './feed.js'
import { worksWith } from './finding.js'
import { allPublished, chosen, type Named, shelved, shelvesOf, type Wanted } from './library.js'
import { findPictureIn, withCovers } from './pictures.js'
import { robotsText, sitemapOf } from './sitemap.js'
import { takingAwayRoutes } from './taking-away-routes.js'
import { withdrawingRoutes } from './withdrawing-routes.js'

const worksOnAPage = 12

/** What is published, for everybody: no session is asked for. */
export function publishedRoutes(house: House, brought: Brought): Router {
  const { db, baseUrl } = house
  const directory = directoryOf(brought.searchables)
  const routes = Router()
  const listed = {
    description: 'What groups of schools found out together, and what their networks report each term.',
    kind: 'website' as const,
  }

  routes.get('/published', async (req, res) => {
    const works = await shelved(db)
    const wanted = wantedIn(req)
    const words = queried(req, 'words')
    const found = chosen(words === '' ? works : await worksWith(db, directory, works, words), wanted)
    const from = (pageNumber(req) - 1) * worksOnAPage
    const rows = found.slice(from, from + worksOnAPage)
    const shelves = shelvesOf(works)
    show(res, 'published/index', {
      title: 'Published work',
      meta: { ...listed, canonical: `${baseUrl}/published` },
      page: pageOf(req, await withCovers(db, rows, baseUrl), found.length, worksOnAPage),
      words,
      filtered: words !== '' || Object.values(wanted).some(word => word !== ''),
      fields: [
        choiceOf('network', 'Network', wanted.network, shelves.networks),
        choiceOf('theme', 'Theme', wanted.theme, shelves.themes),
        choiceOf('school', 'School', wanted.school, shelves.schools),
        choiceOf('term', 'Term', wanted.term, shelves.terms),
        choiceOf('kind', 'Kind', wanted.kind, [
          { id: 'write-up', name: 'Write-ups' },
          { id: 'termly report', name: 'Termly reports' },
        ]),
      ],
    })
  })

  routes.get('/published/browse', async (_req, res) => {
    const works = await shelved(db)
    show(res, 'published/browse', {
      title: 'Browse what is published',
      meta: { ...listed, canonical: `${baseUrl}/published/browse` },
      breadcrumbs: [{ href: '/published', text: 'Published work' }],
      shelves: shelvesOf(works),
      questions: works
        .filter(work => work.kind === 'Write-up')
        .map(({ question, href, network }) => ({ question, href, network }))
        .sort((one, other) => one.question.localeCompare(other.question, ['cy', 'en-GB'])),
    })
  })

  routes.get('/published/feed.xml', async (_req, res) => {
    res.type('application/atom+xml').send(feedOf(await allPublished(db), baseUrl))
  })

  routes.get('/sitemap.xml', async (_req, res) => {
    res.type('application/xml').send(sitemapOf(await allPublished(db), baseUrl))
  })

  routes.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send(robotsText(baseUrl))
  })

  routes.get('/published/files/:edition/:file', async (req, res) => {
    const { edition, file } = req.params
    await sendFile(res, req, house.store, await findPictureIn(db, edition, file, baseUrl), { small: true })
  })

  routes.use(takingAwayRoutes(house))
  routes.use(editionRoutes(house))
  routes.use(anonymousRoutes(house))
  routes.use(withdrawingRoutes(house))

  return routes
}

function wantedIn(req: Request): Wanted {
  return {
    network: queried(req, 'network'),
    kind: queried(req, 'kind'),
    theme: queried(req, 'theme'),
    school: queried(req, 'school'),
    term: queried(req, 'term'),
  }
}

function choiceOf(name: string, label: string, value: string, options: Named[]) {
  return { name, label, value, options: options.map(option => ({ value: option.id, text: option.name })) }
}
