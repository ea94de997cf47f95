import type { Inline, NoteMark } from '../../documents/document.js'
import { spokenRuns } from '../../documents/languages.js'
import { colours } from '../paper.js'
import type { Type } from '../type.js'

/** Words of one look. A line break is a `\n` within them. */
export interface Span {
  text: string
  type: Type
  struck?: boolean
  link?: LinkSaid
  /** Given where the words are in another language than those around them. */
  spoken?: SpokenHere
  /** The note that this is the first mark of. */
  note?: number
}

/** Words of one language within a line: one thing to a screen reader, however many lines they take. */
export interface SpokenHere {
  language: string
}

/** One link, which may be drawn in several pieces over lines and pages. */
export interface LinkSaid {
  href: string
  title?: string
  words: string
  /** A mark that leads to a note. */
  mark?: true
  /** The number of a piece, whose title is not said in the text. */
  piece?: true
}

type Said = Span & { language?: string | undefined }

interface Look {
  type: Type
  language?: string | undefined
  spoken?: SpokenHere
  struck?: boolean
  link?: LinkSaid
}

/**
 * A line of text as spans of one look each.
 *
 * @param language what was told of the whole line: its own letters then need no telling
 */
export function spansOf(inlines: Inline[], type: Type, language?: string): Span[] {
  return inlines.flatMap(inline => spansWithin(inline, { type, language })).map(({ language: _, ...span }) => span)
}

/** Plain words of one look; a name in another script says its language. */
export function plain(text: string, type: Type): Span[] {
  return text === ''
    ? []
    : spokenSpans(text, { type }).map(({ text: said, spoken }) => ({ text: said, type, ...(spoken && { spoken }) }))
}

function spansWithin(inline: Inline, look: Look): Said[] {
  switch (inline.kind) {
    case 'text':
      return spokenSpans(inline.text, look)
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
      return linked(inline.href, inline.title, [{ ...look, text: inline.label }], true)
    case 'language': {
      const { language } = inline
      return inside(inline.inlines, { ...look, language, spoken: { language } })
    }
    case 'note':
      return [markOf(inline, look)]
  }
}

function spokenSpans(text: string, look: Look): Span[] {
  return spokenRuns(tidy(text), look.language).map(({ text: said, language }) => ({
    ...look,
    text: said,
    ...(language && { spoken: { language } }),
  }))
}

/** The number of a note, small and raised, that leads to it. */
function markOf({ number, mark }: NoteMark, look: Look): Span {
  const text = `[${number}]`
  const { size } = look.type
  const type = { ...look.type, size: size * 0.72, raised: size * 0.32, colour: colours.teal }
  return {
    ...look,
    text,
    type,
    link: { href: `#${placeOfNote(number)}`, words: `Note ${number}`, mark: true },
    ...(mark === 1 && { note: number }),
  }
}

/** Where a note stands, and where its first mark does; no heading has such an id. */
export const placeOfNote = (number: number) => `note:${number}`
export const placeOfMark = (number: number) => `mark:${number}`

function inside(inlines: Inline[], look: Look): Said[] {
  return inlines.flatMap(inline => spansWithin(inline, look))
}

function linked(href: string, title: string | undefined, spans: Said[], piece = false): Said[] {
  const words = spans.map(span => span.text).join('')
  const link: LinkSaid = { href, words, ...(title && { title }), ...(piece && { piece }) }
  return spans.map(span => ({ ...span, link, type: { ...span.type, colour: colours.teal } }))
}

function asCode(type: Type): Type {
  return { ...type, face: 'mono', size: type.size * 0.86 }
}

/** White space as one space, and letters in their composed form, which fonts draw best. */
function tidy(text: string): string {
  return text.replace(/[^\S\u00a0\u202f]+/g, ' ').normalize('NFC')
}
