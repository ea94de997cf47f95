/** A published work, in the words of CSL-JSON, of which only these fields are kept. */
export interface Work {
  type: string
  title: string
  author?: Name[]
  editor?: Name[]
  'container-title'?: string
  publisher?: string
  'publisher-place'?: string
  edition?: string
  volume?: string
  issue?: string
  page?: string
  number?: string
  genre?: string
  DOI?: string
  ISBN?: string
  URL?: string
  language?: string
  issued?: Dated
  accessed?: Dated
}

export interface Name {
  family?: string
  given?: string
  /** A body, or somebody whose name is not parted. */
  literal?: string
  'non-dropping-particle'?: string
  suffix?: string
}

/** Year, month and day, as far as they are known. */
export type Dated = number[]

const LONGEST = 600
const MOST_NAMES = 60
const lines = [
  'container-title',
  'publisher',
  'publisher-place',
  'edition',
  'volume',
  'issue',
  'page',
  'number',
  'genre',
  'ISBN',
  'language',
] as const

/**
 * A work out of whatever a list held: only known fields, each one line of words, nothing that could be run.
 * @returns undefined where there is no title
 */
export function workFrom(given: unknown): Work | undefined {
  if (!isRecord(given)) return undefined
  const title = line(own(given, 'title'))
  if (!title) return undefined
  const type = line(own(given, 'type')).toLowerCase()
  const work: Work = { type: /^[a-z][a-z-]{2,30}$/.test(type) ? type : 'document', title }
  for (const name of lines) {
    const words = line(own(given, name))
    if (words) work[name] = words
  }
  if (work.page) work.page = work.page.replace(/\s*(?:-{1,3}|–|—)\s*/g, '–')
  const [author, editor] = [namesFrom(own(given, 'author')), namesFrom(own(given, 'editor'))]
  if (author.length > 0) work.author = author
  if (editor.length > 0) work.editor = editor
  const doi = doiFrom(line(own(given, 'DOI')))
  if (doi) work.DOI = doi
  const url = line(own(given, 'URL'))
  if (/^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url)) work.URL = url
  const [issued, accessed] = [dateFrom(own(given, 'issued')), dateFrom(own(given, 'accessed'))]
  if (issued) work.issued = issued
  if (accessed) work.accessed = accessed
  return work
}

/** `https://doi.org/10.1080/X` and `doi:10.1080/x` → `10.1080/x`; undefined for what is no DOI. */
export function doiFrom(words: string): string | undefined {
  const found = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S{1,200})$/i.exec(words.trim())
  return found?.[1]!.toLowerCase()
}

function isRecord(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

/** Only what the record holds itself, so that no name of a field can reach what every object has. */
function own(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** One line, without the marks that readers of lists put around italics and capitals. */
function line(given: unknown): string {
  if (typeof given !== 'string' && typeof given !== 'number') return ''
  return String(given)
    .slice(0, 5000)
    .replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/gi, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .normalize('NFC')
    .trim()
    .slice(0, LONGEST)
}

function namesFrom(given: unknown): Name[] {
  if (!Array.isArray(given)) return []
  return given.slice(0, MOST_NAMES).flatMap(one => nameFrom(one) ?? [])
}

function nameFrom(given: unknown): Name | undefined {
  if (!isRecord(given)) return undefined
  const [family, first, literal] = [line(own(given, 'family')), line(own(given, 'given')), line(own(given, 'literal'))]
  if (!family || !first) {
    const whole = literal || family || first
    return whole ? { literal: whole } : undefined
  }
  const dropping = line(own(given, 'dropping-particle'))
  const particle = line(own(given, 'non-dropping-particle')) || dropping
  const suffix = line(own(given, 'suffix'))
  return {
    family,
    given: first,
    ...(particle && { 'non-dropping-particle': particle }),
    ...(suffix && { suffix }),
  }
}

function dateFrom(given: unknown): Dated | undefined {
  if (Array.isArray(given)) return partsFrom(given)
  if (!isRecord(given)) return undefined
  const parts = own(given, 'date-parts')
  if (Array.isArray(parts) && Array.isArray(parts[0])) return partsFrom(parts[0])
  const words = line(own(given, 'literal')) || line(own(given, 'raw'))
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/.exec(words) ?? /\b(1[4-9]\d\d|20\d\d)\b/.exec(words)
  return iso ? partsFrom(iso.slice(1)) : undefined
}

function partsFrom(given: unknown[]): Dated | undefined {
  const [year, month, day] = given.map(part => Math.trunc(Number(part)))
  if (year === undefined || !Number.isInteger(year) || year < 1 || year > 2200) return undefined
  if (!month || month < 1 || month > 12) return [year]
  return !day || day < 1 || day > 31 ? [year, month] : [year, month, day]
}

/** The work as CSL-JSON writes it. */
export function cslOf(work: Work, key: string): Record<string, unknown> {
  const { issued, accessed, ...others } = work
  return {
    id: key,
    'citation-key': key,
    ...others,
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(accessed && { accessed: { 'date-parts': [accessed] } }),
  }
}
