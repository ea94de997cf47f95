import { Feed } from 'feed'
import { escaped } from '../../documents/inlines-to-html.js'
import type { WorkWithAuthors } from '../works.js'

/** The newest published works as an Atom feed. An entry keeps its id through every edition; a withdrawn work is gone. */
export function feedOf(works: WorkWithAuthors[], baseUrl: string): string {
  const feed = new Feed({
    id: `${baseUrl}/published`,
    title: 'Published enquiries and termly reports',
    description: 'What groups of schools found out together, and what their networks report each term.',
    link: `${baseUrl}/published`,
    language: 'en-GB',
    feedLinks: { atom: `${baseUrl}/published/feed.xml` },
    updated: new Date(works[0]?.publishedAt ?? '2026-01-01T00:00:00.000Z'),
    generator: 'Enquiry Workbench',
    copyright: 'The groups and networks that wrote each piece',
  })
  for (const work of works) {
    feed.addItem({
      id: `urn:enquiry-workbench:${work.ofKind.replace(' ', '-')}:${work.ofId}`,
      // The library writes titles and summaries as HTML, so that is what they have to be.
      title: escaped(work.title),
      link: `${baseUrl}${work.href}`,
      description: escaped(work.summary),
      date: new Date(work.publishedAt),
      author: (work.authors.length > 0 ? work.authors : [work.network]).map(name => ({ name })),
      category: [{ name: work.kind, term: work.ofKind.replace(' ', '-') }],
    })
  }
  return feed.atom1()
}
