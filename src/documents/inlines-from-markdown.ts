import { decodeHTMLStrict } from 'entities'
import type { MarkedToken, Token } from 'marked'
import { linesAsTyped } from './as-typed.js'
import { inlinesFromCitation, type Citation, type Citations } from './citations.js'
import { referenceFrom, type Directive, type Lookup } from './directives.js'
import type { Inline, NoteMark } from './document.js'
import { inlineText } from './inline-text.js'
import type { NoteReference } from './note-marks.js'
import { safeAddress } from './safe-address.js'
import type { SpokenIn } from './spoken-in.js'

/** Whether a single line break becomes a space, as CommonMark has it, or stays a line break. */
export type LineBreaks = 'folded' | 'kept'

interface HowInlinesAreRead {
  lookup: Lookup | undefined
  citations?: Citations | undefined
  lineBreaks: LineBreaks
  /** The mark of a note by its label; undefined where there is no such note. */
  noteOf?: ((label: string) => NoteMark | undefined) | undefined
}

type AnyToken = MarkedToken | Directive | Citation | NoteReference | SpokenIn

/** The words of a paragraph, heading or cell, with their marks; white space at either end is dropped. */
export function inlinesFrom(tokens: Token[], how: HowInlinesAreRead): Inline[] {
  return trimmed(joined(tokens.flatMap(token => inlineOf(token as AnyToken, how))))
}

function within(tokens: Token[], how: HowInlinesAreRead): Inline[] {
  return joined(tokens.flatMap(token => inlineOf(token as AnyToken, how)))
}

function inlineOf(token: AnyToken, how: HowInlinesAreRead): Inline[] {
  switch (token.type) {
    case 'text':
      return 'tokens' in token && token.tokens ? within(token.tokens, how) : typed(decoded(token.text), how)
    case 'escape':
    case 'html':
      return typed(token.text, how)
    case 'strong':
      return [{ kind: 'strong', inlines: within(token.tokens, how) }]
    case 'em':
      return [{ kind: 'emphasis', inlines: within(token.tokens, how) }]
    case 'del':
      return [{ kind: 'strike', inlines: within(token.tokens, how) }]
    case 'codespan':
      return [{ kind: 'code', text: token.text }]
    case 'br':
      return [{ kind: 'break' }]
    case 'link':
      return linked(token.href, token.title, within(token.tokens, how))
    case 'image':
      return linked(token.href, token.title, [{ kind: 'text', text: decoded(token.text) || 'Picture' }])
    case 'directive':
      return [referenceFrom(token, how.lookup)]
    case 'citation':
      return inlinesFromCitation(token, how.citations)
    case 'noteReference':
      return [how.noteOf?.(token.label) ?? { kind: 'text', text: token.raw }]
    case 'spokenIn':
      return [{ kind: 'language', language: token.language, inlines: within(token.tokens, how) }]
    default:
      return 'raw' in token ? typed(token.raw, how) : []
  }
}

function typed(words: string, { lineBreaks }: HowInlinesAreRead): Inline[] {
  return lineBreaks === 'kept' ? linesAsTyped(words) : [{ kind: 'text', text: folded(words) }]
}

/** Line breaks, with the white space around them, as one space each. */
function folded(words: string): string {
  const lines = words.split('\n')
  const last = lines.length - 1
  return lines
    .map((line, at) => (at === 0 ? line : line.trimStart()))
    .map((line, at) => (at === last ? line : line.trimEnd()))
    .filter((line, at) => at === 0 || at === last || line !== '')
    .join(' ')
}

/** A picture from elsewhere is not fetched by the page: it becomes a link too. */
function linked(address: string, title: string | null | undefined, inlines: Inline[]): Inline[] {
  const href = safeAddress(decoded(address))
  if (!href) return inlines
  const notes = inlines.filter(inline => inline.kind === 'note')
  const words = unlinked(inlines.filter(inline => inline.kind !== 'note'))
  return [{ kind: 'link', href, ...(title && { title: decoded(title) }), inlines: words }, ...notes]
}

/** A link inside a link cannot be drawn, nor followed. */
function unlinked(inlines: Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.kind === 'link') return inline.inlines
    if (inline.kind === 'reference') return [{ kind: 'text', text: inline.label }]
    if (inline.kind === 'note') return []
    return 'inlines' in inline ? [{ ...inline, inlines: unlinked(inline.inlines) }] : [inline]
  })
}

function joined(inlines: Inline[]): Inline[] {
  const together: Inline[] = []
  for (const inline of inlines) {
    const last = together.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      together[together.length - 1] = { kind: 'text', text: last.text + inline.text }
    else if (inlineText([inline]) !== '') together.push(inline)
  }
  return together
}

function trimmed(inlines: Inline[]): Inline[] {
  const words = [...inlines]
  while (words.length && isBlank(words[0]!)) words.shift()
  while (words.length && isBlank(words.at(-1)!)) words.pop()
  return words.map((inline, at) => {
    if (inline.kind !== 'text') return inline
    const start = at === 0 ? inline.text.trimStart() : inline.text
    return { kind: 'text', text: at === words.length - 1 ? start.trimEnd() : start }
  })
}

function isBlank(inline: Inline): boolean {
  return inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === '')
}

/** Entities as the letters they stand for; a number too long to be a letter stays as it was typed. */
function decoded(words: string): string {
  return words
    .split(/(&#(?:\d{8,}|x[0-9a-f]{7,});)/i)
    .map((part, at) => (at % 2 ? part : decodeHTMLStrict(part)))
    .join('')
}
