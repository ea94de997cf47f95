import { kindOf } from '../references/kinds.js'
import type { Name, Work } from '../references/work.js'

const types: Record<ReturnType<typeof kindOf>, string> = {
  article: 'article',
  book: 'book',
  chapter: 'incollection',
  report: 'report',
  thesis: 'thesis',
  'web page': 'online',
  policy: 'legislation',
  other: 'misc',
}

/** Works as a BibLaTeX list in UTF-8, which every reference manager reads. */
export function bibtexOf(references: { work: Work; key: string }[]): string {
  return references.map(({ work, key }) => entryOf(work, key)).join('\n')
}

function entryOf(work: Work, key: string): string {
  const kind = kindOf(work)
  const fields: [string, string | undefined][] = [
    ['author', namesOf(work.author)],
    ['editor', namesOf(work.editor)],
    ['title', braced(work.title)],
    [kind === 'chapter' ? 'booktitle' : 'journaltitle', braced(work['container-title'])],
    ['date', dateOf(work.issued)],
    ['edition', braced(work.edition)],
    ['volume', braced(work.volume)],
    ['number', braced(kind === 'article' ? work.issue : work.number)],
    ['pages', braced(work.page?.replace(/–/g, '--'))],
    ['type', braced(kind === 'thesis' ? (work.genre ?? 'phdthesis') : work.genre)],
    [kind === 'report' || kind === 'thesis' ? 'institution' : 'publisher', braced(work.publisher)],
    ['location', braced(work['publisher-place'])],
    ['isbn', braced(work.ISBN)],
    ['doi', work.DOI && `{${plain(work.DOI)}}`],
    ['url', work.URL && `{${plain(work.URL)}}`],
    ['urldate', dateOf(work.accessed)],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []))
  return `@${types[kind]}{${key},\n${lines.join('\n')}\n}\n`
}

function namesOf(names: Name[] | undefined): string | undefined {
  if (!names?.length) return undefined
  return `{${names.map(nameInBibtex).join(' and ')}}`
}

/** A body in brackets of its own, so that no program parts its name. */
function nameInBibtex(name: Name): string {
  if (!name.family) return /^others$/i.test(name.literal ?? '') ? 'others' : `{${escaped(name.literal ?? '')}}`
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ')
  return [family, name.suffix, name.given]
    .filter(Boolean)
    .map(part => escaped(part!))
    .join(', ')
}

function dateOf(date: number[] | undefined): string | undefined {
  if (!date) return undefined
  const [year, ...others] = date
  return `{${[String(year).padStart(4, '0'), ...others.map(part => String(part).padStart(2, '0'))].join('-')}}`
}

function braced(words: string | undefined): string | undefined {
  return words ? `{${escaped(words)}}` : undefined
}

function escaped(words: string): string {
  return words
    .replace(/\\/g, '\\textbackslash{}')
    .replace(/[{}]/g, '')
    .replace(/([&%$#_])/g, '\\$1')
    .replace(/\\textbackslash(?!\{)/g, '\\textbackslash{}')
}

/** An address is written as it is, but for brackets, which would end it. */
function plain(words: string): string {
  return words.replace(/[{}\\]/g, letter => encodeURIComponent(letter))
}
