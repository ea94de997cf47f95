import type { Inline } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { day } from '../../words/words.js'
import { kindOf } from '../references/kinds.js'
import { fullNames, makersOf } from './names.js'
import type { Dated, Work } from '../references/work.js'

/**
 * A work as it stands in a list of references, in the Harvard style of British universities: names, year, title, where
 * it appeared, and where it can be read.
 * @param letter tells apart two works of the same people in the same year: 2011a, 2011b
 */
export function harvard(work: Work, letter = ''): Inline[] {
  return joined([
    ...beginning(work, letter),
    ...text(makersOf(work).names.length > 0 ? ' ' : '. '),
    ...body(work),
    ...whereToRead(work),
  ])
}

export function harvardText(work: Work, letter = ''): string {
  return inlineText(harvard(work, letter))
}

/** `2011`, `2011a`, `no date`, `no date a` */
export function yearOf({ issued }: Pick<Work, 'issued'>, letter = ''): string {
  return issued ? `${issued[0]}${letter}` : `no date${letter ? ` ${letter}` : ''}`
}

/** Without anybody's name, the title comes first. */
function beginning(work: Work, letter: string): Inline[] {
  const { names, edited } = makersOf(work)
  const year = ` (${yearOf(work, letter)})`
  if (names.length === 0) return [...titleOf(work), ...text(year)]
  const editors = edited ? ` (${names.length > 1 ? 'eds' : 'ed.'})` : ''
  return [...fullNames(names), ...text(`${editors}${year}`)]
}

function body(work: Work): Inline[] {
  const title = makersOf(work).names.length === 0 ? [] : titleOf(work)
  const place =
    kindOf(work) === 'article' ? inJournal(work) : kindOf(work) === 'chapter' ? inBook(work) : ofItsOwn(work)
  return title.length > 0 ? [...title, ...text(place.length > 0 && isPart(work) ? ', ' : '. '), ...place] : place
}

function isPart(work: Work): boolean {
  return ['article', 'chapter'].includes(kindOf(work))
}

/** The title of a part stands in quotation marks, that of a whole in italics. */
function titleOf(work: Work): Inline[] {
  return isPart(work) ? text(`‘${work.title}’`) : [italic(work.title)]
}

function inJournal(work: Work): Inline[] {
  const number = `${work.volume ?? ''}${work.issue ? `(${work.issue})` : ''}`
  const facts = [number, work.page && pagesOf(work.page)].filter(Boolean).join(', ')
  if (!work['container-title']) return facts ? text(`${facts}.`) : []
  return [italic(work['container-title']), ...text(facts ? `, ${facts}.` : '.')]
}

function inBook(work: Work): Inline[] {
  const editors = work.author?.length ? (work.editor ?? []) : []
  const by = editors.length > 0 ? [...fullNames(editors), ...text(` (${editors.length > 1 ? 'eds' : 'ed.'}) `)] : []
  const book: Inline[] = work['container-title'] ? [italic(work['container-title']), ...text('.')] : []
  const facts = [publisher(work), work.page && pagesOf(work.page)].filter(Boolean).join(', ')
  const edition = editionOf(work)
  if (by.length + book.length === 0) return facts ? text(`${facts}.`) : []
  return [...text('in '), ...by, ...book, ...text(`${edition ? ` ${edition}` : ''}${facts ? ` ${facts}.` : ''}`)]
}

function ofItsOwn(work: Work): Inline[] {
  const kind = kindOf(work)
  const number = work.number ? `${kind === 'report' ? 'Report ' : ''}${work.number}` : ''
  const thesis = kind === 'thesis' ? genreOfThesis(work) : ''
  const parts = [editionOf(work), thesis && `${thesis}.`, number && `(${number}).`, publisher(work)].filter(Boolean)
  if (parts.length === 0) return []
  const said = parts.join(' ')
  return text(said.endsWith('.') ? said : `${said}.`)
}

function genreOfThesis({ genre }: Work): string {
  if (!genre || /^phdthesis$/i.test(genre)) return 'PhD thesis'
  return /^mastersthesis$/i.test(genre) ? 'Master’s thesis' : genre
}

/** A body that publishes its own work is named once. */
function publisher(work: Work): string {
  const own = makersOf(work).names.length === 1 && makersOf(work).names[0]!.literal === work.publisher
  const name = own ? '' : (work.publisher ?? '')
  return [work['publisher-place'], name].filter(Boolean).join(': ')
}

function editionOf({ edition }: Work): string {
  if (!edition || /^(?:1|1st|first)(?: ed.*)?$/i.test(edition)) return ''
  const number = /^\d+$/.test(edition) ? ordinal(Number(edition)) : edition.replace(/\s*(?:edn?|edition)\.?$/i, '')
  return `${number} edn.`
}

function ordinal(number: number): string {
  const last = number % 10
  const teen = Math.trunc(number / 10) % 10 === 1
  return `${number}${!teen && last === 1 ? 'st' : !teen && last === 2 ? 'nd' : !teen && last === 3 ? 'rd' : 'th'}`
}

function pagesOf(page: string): string {
  return /[–,]/.test(page) ? `pp. ${page}` : /^\d+$/.test(page) ? `p. ${page}` : page
}

/** A DOI stays where it is, so that no day needs to be told on which it was read. */
function whereToRead({ DOI, URL, accessed }: Work): Inline[] {
  if (DOI) return [...text(' Available at: '), link(`https://doi.org/${DOI}`), ...text('.')]
  if (!URL) return []
  const read = accessed ? ` (Accessed: ${dateInWords(accessed)})` : ''
  return [...text(' Available at: '), link(URL), ...text(`${read}.`)]
}

function dateInWords([year, month, on]: Dated): string {
  if (!month || !on) return String(year)
  return day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`)
}

function link(href: string): Inline {
  return { kind: 'link', href, inlines: text(href) }
}

function italic(words: string): Inline {
  return { kind: 'emphasis', inlines: text(words) }
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}

/** Neighbouring words become one; no sentence ends in two full stops. */
function joined(inlines: Inline[]): Inline[] {
  const together: Inline[] = []
  for (const inline of inlines) {
    const last = together.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text') last.text += inline.text
    else together.push(inline.kind === 'text' ? { ...inline } : inline)
  }
  return together.map((inline, at) => {
    if (inline.kind !== 'text') return inline
    const before = at > 0 ? inlineText([together[at - 1]!]) : ''
    const words = /[.?!]$/.test(before) ? inline.text.replace(/^\./, '') : inline.text
    const said = words
      .replace(/([?!])(’?)\. /g, '$1$2 ')
      .replace(/\.\.(?!\.)/g, '.')
      .replace(/\s+/g, ' ')
    return { ...inline, text: at === together.length - 1 ? said.trimEnd() : said }
  })
}
