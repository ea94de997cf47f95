import type { Inline } from './document.js'

/** How a work is named in a sentence, and where its full reference stands. */
export interface Cited {
  /** `Wiliam`, `Black and Wiliam`, `Hargreaves et al.` */
  author: Inline[]
  /** `2011`, `2011a`, `no date` */
  year: string
  /** The full reference in plain words, said where somebody points at the link. */
  title: string
  /** Where the reference stands; left out for readers who may not go there. */
  href?: string
}

/** Gives the work that a key such as `wiliam2011` stands for. */
export type Citations = (key: string) => Cited | undefined

export interface CitationItem {
  key: string
  before: string
  after: string
  /** `-@wiliam2011`: the sentence has named the author already. */
  yearOnly: boolean
}

export interface Citation {
  type: 'citation'
  raw: string
  /** `[@wiliam2011]` stands in brackets; `@wiliam2011` is told as part of the sentence. */
  manner: 'bracketed' | 'narrated'
  items: CitationItem[]
}

const KEY = String.raw`[\p{L}\p{N}_]+(?:[:.+/-][\p{L}\p{N}_]+)*`
const BRACKETED = /^\[([^[\]\n]{0,600}@[^[\]\n]{1,600})\](?![([:])/u
const ITEM = new RegExp(String.raw`^([^@]*?)(-?)@(${KEY})(?:\s*,)?\s*([^@]*)$`, 'u')
const NARRATED = new RegExp(String.raw`^@(${KEY})(?: \[([^[\]@\n]{1,80})\](?![(:]))?`, 'u')
const ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}_.+@/])-?@(${KEY})`, 'gu')

/** `[@wiliam2011]`, `[@wiliam2011, p. 5; @black1998]` and `@wiliam2011`, as words of our own in Markdown. */
export const citations = {
  name: 'citation',
  level: 'inline' as const,
  start: beginning,
  /** @param before what was read of the sentence already: an address such as ann@school is no citation */
  tokenizer: (text: string, before: { raw?: string }[] = []): Citation | undefined =>
    bracketed(text) ?? (/[\p{L}\p{N}_.+/-]$/u.test(before.at(-1)?.raw ?? '') ? undefined : narratedIn(text)),
}

const MOST_LOOKED_AT = 4

/**
 * Where the next citation may begin: an @, or the bracket that it stands in. It is asked again after every few words, so
 * it looks at a few @ only and then says where to ask again: a text full of them is read once, not once for each.
 */
function beginning(text: string): number | undefined {
  let at = text.indexOf('@')
  for (let looked = 0; at >= 0 && looked < MOST_LOOKED_AT; looked++, at = text.indexOf('@', at + 1)) {
    const line = text.slice(Math.max(0, at - 600), at)
    const open = line.lastIndexOf('[')
    if (open >= 0 && !/[\]\n]/.test(line.slice(open))) return at - line.length + open
    if (/^@[\p{L}\p{N}_]/u.test(text.slice(at, at + 3)) && !/[\p{L}\p{N}_.+@/-]$/u.test(line.slice(-2))) return at
  }
  return at >= 0 ? at : undefined
}

function bracketed(text: string): Citation | undefined {
  const found = BRACKETED.exec(text)
  if (!found) return undefined
  const items = found[1]!.split(';').map(itemFrom)
  if (items.some(item => item === undefined)) return undefined
  return { type: 'citation', raw: found[0], manner: 'bracketed', items: items as CitationItem[] }
}

function itemFrom(part: string): CitationItem | undefined {
  const found = ITEM.exec(part.trim())
  if (!found) return undefined
  return { before: found[1]!.trim(), yearOnly: found[2] === '-', key: found[3]!, after: pages(found[4]!.trim()) }
}

/** A bare number is a page. */
function pages(words: string): string {
  if (/^\d+$/.test(words)) return `p. ${words}`
  return /^\d+\s*[-–]\s*\d+$/.test(words) ? `pp. ${words.replace(/\s*[-–]\s*/, '–')}` : words
}

function narratedIn(text: string): Citation | undefined {
  const found = NARRATED.exec(text)
  if (!found) return undefined
  const item = { key: found[1]!, before: '', after: pages((found[2] ?? '').trim()), yearOnly: false }
  return { type: 'citation', raw: found[0], manner: 'narrated', items: [item] }
}

/** Every key that a text may be citing, in the order in which they are met. */
export function keysIn(text: string): string[] {
  if (!text.includes('@')) return []
  return [...new Set([...text.matchAll(ANYWHERE)].map(found => found[1]!))]
}

/**
 * A citation in its sentence. A key that nobody knows stays as it was typed; in brackets, where it can hardly be
 * anything else, the reader is told so.
 */
export function inlinesFromCitation(citation: Citation, lookup: Citations | undefined): Inline[] {
  if (!lookup) return words(citation.raw)
  const found = citation.items.map(item => ({ item, cited: lookup(item.key) }))
  const unknown = found.filter(one => !one.cited).map(one => one.item.key)
  if (citation.manner === 'narrated') return unknown.length > 0 ? words(citation.raw) : narrated(found[0]! as Found)
  if (unknown.length > 0) return [...words(`${citation.raw} `), notKnown(unknown)]
  const inside = (found as Found[]).flatMap((one, at) => [...(at > 0 ? words('; ') : []), ...inBrackets(one)])
  return [...words('('), ...inside, ...words(')')]
}

interface Found {
  item: CitationItem
  cited: Cited
}

function notKnown(keys: string[]): Inline {
  const text = keys.length > 1 ? '(no references have these keys)' : '(no reference has this key)'
  return { kind: 'emphasis', inlines: words(text) }
}

function inBrackets({ item, cited }: Found): Inline[] {
  const name = item.yearOnly ? words(cited.year) : [...cited.author, ...words(`, ${cited.year}`)]
  return [
    ...(item.before ? words(`${item.before} `) : []),
    ...leading(name, cited),
    ...(item.after ? words(`, ${item.after}`) : []),
  ]
}

function narrated({ item, cited }: Found): Inline[] {
  const year = item.after ? [...words(` (${cited.year}, ${item.after})`)] : words(` (${cited.year})`)
  return leading([...cited.author, ...year], cited)
}

function leading(inlines: Inline[], { href, title }: Cited): Inline[] {
  return href ? [{ kind: 'link', href, title, inlines }] : inlines
}

function words(text: string): Inline[] {
  return [{ kind: 'text', text }]
}

/** Words that are not Markdown, such as a claim, with their citations. */
export function inlinesOfWords(text: string, lookup: Citations | undefined): Inline[] {
  const inlines: Inline[] = []
  let done = 0
  for (let at = 0; lookup && at < text.length;) {
    const next = beginning(text.slice(at))
    if (next === undefined) break
    const place = at + next
    const citation = citations.tokenizer(text.slice(place, place + 1300), [
      { raw: text.slice(Math.max(0, place - 2), place) },
    ])
    at = place + (citation?.raw.length ?? 1)
    if (!citation) continue
    if (place > done) inlines.push(...words(text.slice(done, place)))
    inlines.push(...inlinesFromCitation(citation, lookup))
    done = at
  }
  return done < text.length ? [...inlines, ...words(text.slice(done))] : inlines
}
