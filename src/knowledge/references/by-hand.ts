import { kinds, kindOf, type Kind } from './kinds.js'
import { inverted } from '../citing/names.js'
import { type Dated, doiFrom, type Name, type Work, workFrom } from './work.js'

/** A reference as its form holds it. */
export interface ByHand {
  kind: Kind
  title: string
  authors: string
  editors: string
  year: string
  container: string
  volume: string
  issue: string
  page: string
  edition: string
  publisher: string
  place: string
  number: string
  genre: string
  doi: string
  address: string
  accessed: string | null
}

/** The work that somebody typed. @param before the work it takes the place of: what the form does not ask for stays */
export function workOf(typed: ByHand, before?: Work): Work {
  const type = before && kindOf(before) === typed.kind ? before.type : kinds.find(one => one.kind === typed.kind)!.type
  const sameYear = before?.issued && String(before.issued[0]) === typed.year
  const work = workFrom({
    type,
    title: typed.title,
    author: namesIn(typed.authors),
    editor: namesIn(typed.editors),
    issued: sameYear ? before.issued : typed.year ? [Number(typed.year)] : undefined,
    'container-title': typed.container,
    volume: typed.volume,
    issue: typed.issue,
    page: typed.page,
    edition: typed.edition,
    publisher: typed.publisher,
    'publisher-place': typed.place,
    number: typed.number,
    genre: typed.genre,
    DOI: doiFrom(typed.doi),
    URL: typed.address,
    accessed: typed.accessed?.split('-').map(Number),
    ISBN: before?.ISBN,
    language: before?.language,
  })
  return work!
}

/** One name a line: `Wiliam, Dylan` is a person, without a comma it is a body. */
export function namesIn(words: string): Name[] {
  return words
    .split(/\n|;/)
    .map(one => one.trim())
    .filter(Boolean)
    .map(one => {
      const [family, given, suffix] = one.split(',').map(part => part.trim())
      if (!family || !given) return { literal: one.replace(/,\s*$/, '') }
      const particle = /^((?:\p{Ll}[\p{L}’']*\s+)+)(?=\p{Lu})/u.exec(family)?.[1]?.trim()
      return {
        family: particle ? family.slice(particle.length).trim() : family,
        given,
        ...(particle && { 'non-dropping-particle': particle }),
        ...(suffix && { suffix }),
      }
    })
}

/** The work as its form shows it. */
export function typedOf(work: Work): Record<keyof ByHand, string> {
  return {
    kind: kindOf(work),
    title: work.title,
    authors: (work.author ?? []).map(lineOf).join('\n'),
    editors: (work.editor ?? []).map(lineOf).join('\n'),
    year: work.issued ? String(work.issued[0]) : '',
    container: work['container-title'] ?? '',
    volume: work.volume ?? '',
    issue: work.issue ?? '',
    page: work.page ?? '',
    edition: work.edition ?? '',
    publisher: work.publisher ?? '',
    place: work['publisher-place'] ?? '',
    number: work.number ?? '',
    genre: work.genre ?? '',
    doi: work.DOI ?? '',
    address: work.URL ?? '',
    accessed: dayOf(work.accessed),
  }
}

function lineOf(name: Name): string {
  if (!name.family) return inverted(name)
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  return [family, name.given, name.suffix].filter(Boolean).join(', ')
}

function dayOf(date: Dated | undefined): string {
  if (date?.length !== 3) return ''
  return date.map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-')
}
