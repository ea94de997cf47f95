import type { Document } from '../documents/document.js'
import { harvardText } from '../knowledge/citing/harvard.js'
import type { Name, Work } from '../knowledge/references/work.js'
import { bibtexOf } from '../knowledge/writing/bibtex.js'
import { risOf } from '../knowledge/writing/ris.js'
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
  const authors = authorsIn(document)
  return {
    type: 'report',
    title: document.title,
    author: authors.length > 0 ? authors.map(nameFrom) : [{ literal: network }],
    genre: document.kindOfDocument,
    publisher: network,
    ...(edition.number > 1 && { edition: String(edition.number) }),
    issued: parts(dayOf(edition.publishedAt)),
    URL: document.address ?? '',
    language: document.language,
  }
}

/** The people whom the title page names: `By Nia Prŷs, Sam Rees and Maeve D’Arcy`. */
export function authorsIn({ titlePage }: Document): string[] {
  const line = titlePage.lines.find(one => one.startsWith('By '))
  return line
    ? line
        .slice(3)
        .split(/, | and /)
        .filter(Boolean)
    : []
}

/** The last word is the family's, with the small words before it; what begins small is no name, such as `a teacher`. */
function nameFrom(name: string): Name {
  const words = name.trim().split(/\s+/)
  if (words.length < 2 || /^\p{Ll}/u.test(name)) return { literal: name }
  let from = words.length - 1
  while (from > 1 && /^\p{Ll}/u.test(words[from - 1]!)) from--
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') }
}

function parts(day: string): number[] {
  return day.split('-').map(Number)
}
