import type { Author, Document } from '../documents/document.js'
import type { PageMeta } from '../web/showing/page-meta.js'
import type { Edition } from '../publishing/tables.js'
import { coverIn } from '../handouts/cover.js'
import { dayOf } from '../web/now.js'
import { personalName } from '../words/personal-names.js'
import { addressOf } from './works.js'

/** What an edition's page tells search engines and catalogues, in the words of schema.org; names as its readers see them. */
export function metaOf(
  document: Document,
  edition: Edition,
  { network, summary, baseUrl, first }: { network: string; summary: string; baseUrl: string; first: string },
): PageMeta {
  const canonical = `${baseUrl}${addressOf(edition.ofKind, edition.slug)}`
  const publisher = { '@type': 'Organization', name: network }
  const authors = (document.authors ?? []).map(authorFrom)
  const cover = coverIn(document)
  const image = cover && { address: `${baseUrl}/published/files/${edition.id}/${cover.id}`, alt: cover.alt }
  return {
    description: summary,
    canonical,
    kind: 'article',
    ...(image && { image }),
    tags: tagsOf(document, edition, { network, summary, canonical }),
    ...(document.edition?.licence?.address && { licence: document.edition.licence.address }),
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
      ...(document.edition && { identifier: document.edition.identifier }),
      ...(document.edition?.licence && { license: document.edition.licence.address || document.edition.licence.name }),
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

/** With the school where it is known: who reads catalogues looks for both. */
function authorFrom({ name, school }: Author) {
  return { '@type': 'Person', name, ...(school && { affiliation: { '@type': 'Organization', name: school } }) }
}

/** What programs that keep references and catalogues of reports read in a page: `citation_…` and Dublin Core. */
function tagsOf(
  document: Document,
  edition: Edition,
  { network, summary, canonical }: { network: string; summary: string; canonical: string },
): { name: string; content: string }[] {
  const published = dayOf(edition.publishedAt)
  const authors = document.authors ?? []
  const { licence, identifier = '' } = document.edition ?? {}
  const tags: [name: string, content: string | undefined][] = [
    ['citation_title', document.title],
    ...authors.flatMap(({ name, school }): [string, string | undefined][] => [
      ['citation_author', familyFirst(name)],
      ['citation_author_institution', school],
    ]),
    ...(authors.length === 0 ? ([['citation_author', network]] as [string, string][]) : []),
    ['citation_publication_date', published.replaceAll('-', '/')],
    ['citation_technical_report_institution', network],
    ['citation_publisher', network],
    ['citation_language', document.language],
    ['citation_abstract_html_url', document.address ?? canonical],
    ['citation_pdf_url', `${canonical}.pdf?edition=${edition.number}`],
    ['DC.title', document.title],
    ...(authors.length > 0 ? authors : [{ name: network }]).map(({ name }): [string, string] => ['DC.creator', name]),
    ['DC.publisher', network],
    ['DC.date', published],
    ['DC.identifier', document.address ?? canonical],
    ['DC.identifier', identifier],
    ['DC.language', document.language],
    ['DC.type', 'Text'],
    ['DC.format', 'text/html'],
    ['DC.description', summary],
    ['DC.rights', licence?.address || licence?.name],
  ]
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []))
}

function familyFirst(name: string): string {
  const parted = personalName(name)
  return 'literal' in parted ? parted.literal : `${parted.family}, ${parted.given}`
}
