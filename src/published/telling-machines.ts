import type { Document } from '../documents/document.js'
import type { PageMeta } from '../web/showing/page-meta.js'
import type { Edition } from '../publishing/tables.js'
import { authorsIn } from './citing.js'
import { coverIn } from './cover.js'
import { addressOf } from './works.js'

/** What an edition's page tells search engines and catalogues, in the words of schema.org; names as its readers see them. */
export function metaOf(
  document: Document,
  edition: Edition,
  { network, summary, baseUrl, first }: { network: string; summary: string; baseUrl: string; first: string },
): PageMeta {
  const canonical = `${baseUrl}${addressOf(edition.ofKind, edition.slug)}`
  const publisher = { '@type': 'Organization', name: network }
  const authors = authorsIn(document).map(name => ({ '@type': 'Person', name }))
  const cover = coverIn(document)
  const image = cover && { address: `${baseUrl}/published/files/${edition.id}/${cover.id}`, alt: cover.alt }
  return {
    description: summary,
    canonical,
    kind: 'article',
    ...(image && { image }),
    facts: {
      '@context': 'https://schema.org',
      '@type': 'Report',
      name: document.title,
      headline: document.titlePage.heading,
      abstract: summary,
      author: authors.length > 0 ? authors : [publisher],
      publisher,
      datePublished: first,
      dateModified: edition.publishedAt,
      version: String(edition.number),
      inLanguage: document.language,
      url: document.address,
      mainEntityOfPage: canonical,
      isAccessibleForFree: true,
      ...(image && { image: image.address }),
      encoding: {
        '@type': 'MediaObject',
        encodingFormat: 'application/pdf',
        contentUrl: `${canonical}.pdf?edition=${edition.number}`,
      },
    },
  }
}
