import { create } from 'xmlbuilder2'
import type { Work } from '../works.js'
import { dayOf } from '../../web/now.js'

/** Pages that are for everybody, whatever is published. */
const always = [
  '/',
  '/published',
  '/published/browse',
  '/help',
  '/help/words',
  '/help/what-if',
  '/about',
  '/accessibility',
  '/privacy',
]

const most = 50_000

/** What search engines may list: pages for everybody, and the newest edition of each published work. */
export function sitemapOf(works: Work[], baseUrl: string): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('urlset', {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  })
  for (const path of always) root.ele('url').ele('loc').txt(`${baseUrl}${path}`)
  for (const work of works.slice(0, most - always.length)) {
    const url = root.ele('url')
    url.ele('loc').txt(`${baseUrl}${work.href}`)
    url.ele('lastmod').txt(dayOf(work.publishedAt))
  }
  return root.end({ prettyPrint: true })
}
