import { asTyped } from './as-typed.js'
import type { Block, Inline } from './document.js'

/** What the lookup gives for a number such as E12: where it leads, and what may be quoted or shown from it. */
export interface Referred {
  label: string
  title: string
  href: string
  quote?: string
  /** Single passages that may be quoted, by their numbers within the piece. */
  passages?: Map<number, string>
  quoteBy?: string
  picture?: {
    id: string
    version?: number
    width: number
    height: number
    alt: string
    caption: string
    wide?: boolean
  }
}

export type Lookup = (label: string) => Referred | undefined

export interface Directive {
  type: 'directive'
  raw: string
  label: string
  ask?: 'quote' | 'picture'
  /** Which passage is quoted; the whole piece where it is left out. */
  passage?: number
}

const PATTERN = /^\[\[\s*([A-Za-z]{1,3}\d{1,7})(?:\s+(?:(quote)(?:\s+(\d{1,5}))?|(picture)))?\s*\]\]/i

/** `[[E12]]`, `[[E12 quote]]`, `[[E12 quote 2]]` and `[[E12 picture]]`, as words of our own in Markdown. */
export const directives = {
  name: 'directive',
  level: 'inline' as const,
  start: (text: string) => text.indexOf('[['),
  tokenizer(text: string): Directive | undefined {
    const found = PATTERN.exec(text)
    if (!found) return undefined
    const ask = (found[2] ?? found[4])?.toLowerCase() as Directive['ask']
    const passage = found[3] === undefined ? {} : { passage: Number(found[3]) }
    return { type: 'directive', raw: found[0], label: found[1]!.toUpperCase(), ...(ask && { ask }), ...passage }
  },
}

/** The number within a sentence. Where there is no such evidence, the reader is told so, in the text itself. */
export function referenceFrom(directive: Directive, lookup: Lookup | undefined): Inline {
  const found = lookup?.(directive.label)
  if (!found) return notFound(directive)
  return { kind: 'reference', label: found.label, title: found.title, href: found.href }
}

/** A paragraph that is only `[[E12 quote]]` or `[[E12 picture]]` becomes what it asks for; otherwise undefined. */
export function blockFrom(directive: Directive, lookup: Lookup | undefined): Block | undefined {
  const found = lookup?.(directive.label)
  if (directive.ask === 'quote' && found) {
    const quote = directive.passage === undefined ? found.quote : found.passages?.get(directive.passage)
    return quote ? quotationFrom(found, quote) : undefined
  }
  if (directive.ask === 'picture' && found?.picture) return figureFrom(found, found.picture)
  return undefined
}

function notFound(directive: Directive): Inline {
  return { kind: 'text', text: `[${directive.label}: not found]` }
}

function quotationFrom(found: Referred, quote: string): Block {
  const { label, title, href, quoteBy } = found
  return {
    kind: 'quotation',
    blocks: asTyped(quote),
    source: { label, title, href, ...(quoteBy && { by: quoteBy }) },
  }
}

function figureFrom(found: Referred, picture: NonNullable<Referred['picture']>): Block {
  const { id, version, width, height, alt, caption, wide } = picture
  const reference: Inline = { kind: 'reference', label: found.label, title: found.title, href: found.href }
  return {
    kind: 'figure',
    picture: { id, width, height, ...(version && { version }) },
    alt,
    caption: caption ? [{ kind: 'text', text: `${caption} ` }, reference] : [reference],
    ...(wide && { wide }),
  }
}
