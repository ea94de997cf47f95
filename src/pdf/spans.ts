import type { Inline } from '../documents/document.js'
import { colours } from './paper.js'
import type { Type } from './type.js'

/** Words of one look. A line break is a `\n` within them. */
export interface Span {
  text: string
  type: Type
  struck?: boolean
  link?: LinkSaid
}

/** One link, which may be drawn in several pieces over lines and pages. */
export interface LinkSaid {
  href: string
  title?: string
  words: string
}

interface Look {
  type: Type
  struck?: boolean
  link?: LinkSaid
}

/** A line of text as spans of one look each. */
export function spansOf(inlines: Inline[], type: Type): Span[] {
  return inlines.flatMap(inline => spansWithin(inline, { type }))
}

/** Plain words of one look. */
export function plain(text: string, type: Type): Span[] {
  return text === '' ? [] : [{ text: tidy(text), type }]
}

function spansWithin(inline: Inline, look: Look): Span[] {
  switch (inline.kind) {
    case 'text':
      return [{ ...look, text: tidy(inline.text) }]
    case 'code':
      return [{ ...look, text: tidy(inline.text), type: asCode(look.type) }]
    case 'break':
      return [{ ...look, text: '\n' }]
    case 'strong':
      return inside(inline.inlines, { ...look, type: { ...look.type, bold: true } })
    case 'emphasis':
      return inside(inline.inlines, { ...look, type: { ...look.type, italic: !look.type.italic } })
    case 'strike':
      return inside(inline.inlines, { ...look, struck: true })
    case 'link':
      return linked(inline.href, inline.title, inside(inline.inlines, look))
    case 'reference':
      return linked(inline.href, inline.title, [{ ...look, text: inline.label }])
  }
}

function inside(inlines: Inline[], look: Look): Span[] {
  return inlines.flatMap(inline => spansWithin(inline, look))
}

function linked(href: string, title: string | undefined, spans: Span[]): Span[] {
  const link = { href, words: spans.map(span => span.text).join(''), ...(title && { title }) }
  return spans.map(span => ({ ...span, link, type: { ...span.type, colour: colours.teal } }))
}

function asCode(type: Type): Type {
  return { ...type, face: 'mono', size: type.size * 0.86 }
}

/** White space as one space, and letters in their composed form, which fonts draw best. */
function tidy(text: string): string {
  return text.replace(/[^\S\u00a0\u202f]+/g, ' ').normalize('NFC')
}
