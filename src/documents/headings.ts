import type { Block, Heading, HeadingLevel } from './document.js'
import { inlineText } from './inline-text.js'
import { withoutMarks } from './notes.js'

export interface HeadingEntry {
  level: number
  id: string
  text: string
}

/** The headings of a document in order, for a list of contents beside the page and in the PDF. */
export function headingsOf(parts: Block[]): HeadingEntry[] {
  return withOwnIds(parts)
    .filter(block => block.kind === 'heading')
    .filter(heading => heading.id !== '')
    .map(heading => ({ level: heading.level, id: heading.id, text: inlineText(withoutMarks(heading.inlines)) }))
}

/**
 * The same blocks, where no two headings share an id: the second `what-we-saw` becomes `what-we-saw-2`. A heading within
 * a quotation or list belongs to those words, not to the document, and has none.
 */
export function withOwnIds(parts: Block[]): Block[] {
  const taken = new Map<string, number>()
  return parts.map(block => (block.kind === 'heading' ? ownId(block, taken) : insideWithoutIds(block)))
}

/** The same blocks, with no ids at all. */
export function withoutIds(blocks: Block[]): Block[] {
  return blocks.map(block => (block.kind === 'heading' ? { ...block, id: '' } : insideWithoutIds(block)))
}

/** The same blocks, where no heading is more than one level below the one before it. */
export function withSteadyLevels(parts: Block[]): Block[] {
  let above = 1
  return parts.map(block => {
    if (block.kind !== 'heading') return block
    above = Math.min(block.level, above + 1)
    return { ...block, level: above as HeadingLevel }
  })
}

/**
 * At which level a claim stands that is set as a paragraph, as short forms have them: one below the heading above it. To a
 * screen reader it is a heading.
 */
export function levelsOfClaims(parts: Block[]): Map<Block, HeadingLevel> {
  const levels = new Map<Block, HeadingLevel>()
  let above = 1
  for (const block of parts) {
    if (block.kind === 'heading') above = block.level
    else if (block.kind === 'paragraph' && block.manner === 'claim')
      levels.set(block, Math.min(4, above + 1) as HeadingLevel)
  }
  return levels
}

function insideWithoutIds(block: Block): Block {
  if (block.kind === 'quotation') return { ...block, blocks: withoutIds(block.blocks) }
  if (block.kind !== 'list') return block
  return { ...block, items: block.items.map(item => ({ ...item, blocks: withoutIds(item.blocks) })) }
}

/** @param taken how often each id was wished for, so that the thousandth of a name is not counted from two again */
function ownId(heading: Heading, taken: Map<string, number>): Heading {
  if (!heading.id) return heading
  let id = heading.id
  let count = taken.get(id) ?? 0
  while (taken.has(id)) id = `${heading.id}-${++count}`
  taken.set(heading.id, Math.max(count, 1))
  if (id !== heading.id) taken.set(id, 1)
  return id === heading.id ? heading : { ...heading, id }
}

/** An address for a heading, made of its words: 'What we saw in Tŷ Coch' becomes `what-we-saw-in-tŷ-coch`. */
export function idFrom(words: string): string {
  const id = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return [...id].slice(0, 60).join('') || 'part'
}
