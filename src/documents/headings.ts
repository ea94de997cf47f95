import type { Block, Heading } from './document.js'
import { inlineText } from './inline-text.js'

export interface HeadingEntry {
  level: number
  id: string
  text: string
}

/** The headings of a document in order, for a list of contents beside the page and in the PDF. */
export function headingsOf(parts: Block[]): HeadingEntry[] {
  return withOwnIds(parts)
    .filter(block => block.kind === 'heading')
    .map(heading => ({ level: heading.level, id: heading.id, text: inlineText(heading.inlines) }))
}

/** The same blocks, where no two headings share an id: the second `what-we-saw` becomes `what-we-saw-2`. */
export function withOwnIds(parts: Block[]): Block[] {
  const taken = new Set<string>()
  return parts.map(block => (block.kind === 'heading' ? ownId(block, taken) : block))
}

function ownId(heading: Heading, taken: Set<string>): Heading {
  let id = heading.id
  for (let n = 2; taken.has(id); n++) id = `${heading.id}-${n}`
  taken.add(id)
  return id === heading.id ? heading : { ...heading, id }
}

/** An address for a heading, made of its words: 'What we saw in Tŷ Coch' becomes `what-we-saw-in-tŷ-coch`. */
export function idFrom(words: string): string {
  const id = words.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')
  return [...id].slice(0, 60).join('') || 'part'
}
