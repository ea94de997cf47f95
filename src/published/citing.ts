import type { Document } from '../documents/document.js'
import { harvardText } from '../knowledge/citing/harvard.js'
import type { Work } from '../knowledge/references/work.js'
import { bibtexOf } from '../knowledge/writing/bibtex.js'
import { risOf } from '../knowledge/writing/ris.js'
import { personalName } from '../words/personal-names.js'
import { dayOf, today } from '../web/now.js'
import type { Edition } from '../publishing/tables.js'

/** A published edition as somebody else's list of references holds it. */
export interface Citations {
  harvard: string
  bibtex: string
  ris: string
}

/** How an edition is cited: its authors as its title page names them, or the network where it names nobody. */
export function citationsOf(document: Document, edition: Edition, network: string): Citations {
  const work = workOf(document, edition, network)
  const one = [{ work, key: `${edition.slug}-${edition.number}` }]
  return {
    harvard: harvardText({ ...work, accessed: parts(today()) }),
    bibtex: bibtexOf(one),
    ris: risOf(one),
  }
}

function workOf(document: Document, edition: Edition, network: string): Work {
  const authors = (document.authors ?? []).map(one => personalName(one.name))
  return {
    type: 'report',
    title: document.title,
    author: authors.length > 0 ? authors : [{ literal: network }],
    genre: document.kindOfDocument,
    publisher: network,
    ...(edition.number > 1 && { edition: String(edition.number) }),
    issued: parts(dayOf(edition.publishedAt)),
    URL: document.address ?? '',
    language: document.language,
  }
}

function parts(day: string): number[] {
  return day.split('-').map(Number)
}
