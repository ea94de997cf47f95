import type { Block, Chart, Document, Inline, ListItem, Reference, Table } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { anchorOf, begun } from './citing.js'

interface Masks {
  anchors: Set<string>
  files: Set<string>
  charts: Set<string>
  instead: string
  /** How a number that led to a hidden piece stands in a sentence. */
  stands(reference: Reference): Inline
}

/** What tells one chart of a document from another. */
export function chartKey({ title, of }: Chart): string {
  return `${of?.measure ?? ''} ${title}`
}

const numbersGone = 'a school has taken its numbers back since.'
/** Why a piece is not shown is not told here, nor always known: it was withdrawn, or what was agreed about it has changed. */
const notShown = 'Not shown any more.'
const leftOut = 'left out of this write-up by the group.'

/**
 * A document without what may not be shown: quotations and pictures of those pieces, lines of lists and rows of tables
 * about them and their entries in the appendix give way to a sentence, and only the piece's number stays. Nothing else
 * changes, so that the argument still shows its gap.
 */
export function withoutPieces(
  document: Document,
  hidden: { pieces: string[]; files: string[]; charts?: string[] },
): Document {
  const { pieces, files, charts = [] } = hidden
  if (pieces.length + files.length + charts.length === 0) return document
  const masks: Masks = {
    ...{ anchors: new Set(pieces.map(anchorOf)), files: new Set(files), charts: new Set(charts), instead: notShown },
    stands: reference => ({ ...reference, title: '' }),
  }
  return { ...document, parts: maskedEntries(document.parts, masks).map(block => masked(block, masks)) }
}

/**
 * Blocks without the pieces that the group leaves out of them. Their numbers stay, so that the argument is true, and lead
 * nowhere any more: what is left out is not referred to.
 */
export function withoutLeftOut(blocks: Block[], pieces: string[]): Block[] {
  if (pieces.length === 0) return blocks
  const masks: Masks = {
    ...{ anchors: new Set(pieces.map(anchorOf)), files: new Set(), charts: new Set(), instead: leftOut },
    stands: ({ label }) => ({ kind: 'text', text: `${label} (left out)` }),
  }
  return blocks.map(block => masked(block, masks))
}

/** In the appendix, what stands between a hidden piece's heading and the next heading is about that piece. */
function maskedEntries(blocks: Block[], { anchors, instead }: Masks): Block[] {
  let inHidden = false
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'heading') return inHidden ? [] : [block]
    inHidden = anchors.has(`#${block.id}`)
    if (!inHidden) return [block]
    return [{ ...block, inlines: [{ kind: 'text', text: numberIn(block.inlines) }] }, sentence(instead)]
  })
}

function masked(block: Block, masks: Masks): Block {
  const { anchors, files, instead } = masks
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: untitled(block.inlines, masks) }
    case 'figure':
      if (files.has(block.picture.id) || isAbout(block.caption, masks)) return sentence(begun(instead))
      return { ...block, caption: untitled(block.caption, masks) }
    case 'chart':
      if (masks.charts.has(chartKey(block))) return sentence(`${block.title}: ${numbersGone}`)
      return { ...block, table: masked(block.table, masks) as Table }
    case 'quotation':
      if (block.source && anchors.has(block.source.href)) return sentence(`${block.source.label}: ${instead}`)
      return { ...block, blocks: block.blocks.map(inner => masked(inner, masks)) }
    case 'list':
      return { ...block, items: block.items.map(item => maskedItem(item, masks)) }
    case 'table':
      return {
        ...block,
        head: block.head.map(cell => untitled(cell, masks)),
        rows: block.rows.map(row => maskedRow(row, masks)),
      }
    default:
      return block
  }
}

/** A line that begins with a hidden piece keeps its number. */
function maskedItem(item: ListItem, masks: Masks): ListItem {
  const [first] = item.blocks
  if (first?.kind === 'paragraph' && beginsWithHidden(first.inlines, masks))
    return { ...item, blocks: [{ ...first, inlines: gap(first.inlines, masks) }] }
  return { ...item, blocks: item.blocks.map(inner => masked(inner, masks)) }
}

/** A row that begins with a hidden piece keeps its first cell, the number. */
function maskedRow(row: Inline[][], masks: Masks): Inline[][] {
  const [first, ...others] = row
  if (!first || !beginsWithHidden(first, masks)) return row.map(cell => untitled(cell, masks))
  const said: Inline[] = [{ kind: 'text', text: masks.instead }]
  return [untitled(first.slice(0, 1), masks), ...others.map((_, place) => (place === 0 ? said : []))]
}

function gap([first]: Inline[], masks: Masks): Inline[] {
  const stands = masks.stands(first as Reference)
  const number: Inline = stands.kind === 'reference' ? stands : { kind: 'text', text: (first as Reference).label }
  return [number, { kind: 'text', text: `: ${masks.instead}` }]
}

function beginsWithHidden(inlines: Inline[], { anchors }: Masks): boolean {
  const [first] = inlines
  return first?.kind === 'reference' && anchors.has(first.href)
}

function isAbout(inlines: Inline[], { anchors }: Masks): boolean {
  return inlines.some(inline => inline.kind === 'reference' && anchors.has(inline.href))
}

/** The title of a piece goes with it, also where only its number is seen. */
function untitled(inlines: Inline[], masks: Masks): Inline[] {
  return inlines.map(inline => {
    if (inline.kind === 'reference') return masks.anchors.has(inline.href) ? masks.stands(inline) : inline
    return 'inlines' in inline ? { ...inline, inlines: untitled(inline.inlines, masks) } : inline
  })
}

function numberIn(inlines: Inline[]): string {
  return /^E\d+/.exec(inlineText(inlines))?.[0] ?? ''
}

function sentence(text: string): Block {
  return { kind: 'paragraph', inlines: [{ kind: 'emphasis', inlines: [{ kind: 'text', text }] }] }
}
