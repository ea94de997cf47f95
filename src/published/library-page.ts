import type { Request } from 'express'
import type { Db } from '../database.js'
import { namesOutside } from '../names/names.js'
import type { Findable } from '../search/searchables.js'
import type { Crumb } from '../web/crumb.js'
import { pageNumber, pageOf, queried } from '../web/page-of.js'
import { worksWith } from './finding.js'
import {
  countShelved,
  type Named,
  networksThatPublish,
  type ShelvedWork,
  shelved,
  shelvesOf,
  type Stretch,
  type Wanted,
} from './library.js'
import type { BrowsePage, LibraryPage } from './pages.js'
import { withCovers } from './pictures.js'

const worksOnAPage = 12

const listed = {
  description: 'What groups of schools found out together, and what their networks report each term.',
  kind: 'website' as const,
}

/** @param req its query string may ask for words, for shelves, and for a page */
export async function libraryPage(
  db: Db,
  directory: Findable['directory'],
  req: Request,
  baseUrl: string,
): Promise<LibraryPage> {
  const outside = namesOutside()
  const networks = await networksThatPublish(db)
  const wanted = wantedIn(req)
  const words = queried(req, 'words')
  const stretch = { from: (pageNumber(req) - 1) * worksOnAPage, most: worksOnAPage }
  const { rows, total } =
    words === ''
      ? { rows: await shelved(db, outside, networks, wanted, stretch), total: await countShelved(db, networks, wanted) }
      : stretchOf(await worksWith(db, directory, await shelved(db, outside, networks, wanted), words), stretch)
  const shelves = await shelvesOf(db, networks)
  return {
    title: 'Published work',
    meta: { ...listed, canonical: `${baseUrl}/published` },
    page: pageOf(req, await withCovers(db, rows, outside), total, worksOnAPage),
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
  }
}

/** The shelves with everything that stands on them, and every question that was asked. */
export async function browsePage(db: Db, baseUrl: string): Promise<BrowsePage & { breadcrumbs: Crumb[] }> {
  const networks = await networksThatPublish(db)
  const works = await shelved(db, namesOutside(), networks, everything)
  return {
    title: 'Browse what is published',
    meta: { ...listed, canonical: `${baseUrl}/published/browse` },
    breadcrumbs: [{ href: '/published', text: 'Published work' }],
    shelves: await shelvesOf(db, networks),
    questions: works
      .filter(work => work.kind === 'Write-up')
      .map(({ question, href, network }) => ({ question, href, network }))
      .sort((one, other) => one.question.localeCompare(other.question, ['cy', 'en-GB'])),
  }
}

const everything: Wanted = { network: '', kind: '', theme: '', school: '', term: '' }

function stretchOf(works: ShelvedWork[], { from, most }: Stretch) {
  return { rows: works.slice(from, from + most), total: works.length }
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
