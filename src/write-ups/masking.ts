import type { Block, Document, Inline } from '../documents/document.js'

/** Where a document speaks of a piece, it leads to the piece's own entry in the evidence appendix. */
export function anchorOf(evidenceId: string): string {
  return `#evidence-${evidenceId}`
}

const gone = 'Withdrawn at the request of those in it.'

/**
 * A document without what may not be shown any more: quotations and pictures of those pieces give way to a sentence,
 * and in tables only the piece's number stays. Nothing else changes, so that the argument still shows its gap.
 */
export function withoutPieces(document: Document, hidden: { pieces: string[]; files: string[] }): Document {
  if (hidden.pieces.length === 0 && hidden.files.length === 0) return document
  const anchors = new Set(hidden.pieces.map(anchorOf))
  const files = new Set(hidden.files)
  return { ...document, parts: document.parts.map(block => masked(block, anchors, files)) }
}

function masked(block: Block, anchors: Set<string>, files: Set<string>): Block {
  if (block.kind === 'figure' && files.has(block.picture.id)) return sentence(gone)
  if (block.kind === 'quotation') {
    if (block.source && anchors.has(block.source.href)) return sentence(`${block.source.label}: ${gone}`)
    return { ...block, blocks: block.blocks.map(inner => masked(inner, anchors, files)) }
  }
  if (block.kind === 'list') {
    const items = block.items.map(item => ({
      ...item,
      blocks: item.blocks.map(inner => masked(inner, anchors, files)),
    }))
    return { ...block, items }
  }
  if (block.kind === 'table') return { ...block, rows: block.rows.map(row => maskedRow(row, anchors)) }
  return block
}

/** A row that begins with a withdrawn piece keeps its first cell, the number. */
function maskedRow(row: Inline[][], anchors: Set<string>): Inline[][] {
  const [first, ...others] = row
  const named = first?.some(inline => 'href' in inline && anchors.has(inline.href))
  if (!first || !named) return row
  return [first, ...others.map((_, place): Inline[] => (place === 0 ? [{ kind: 'text', text: gone }] : []))]
}

function sentence(text: string): Block {
  return { kind: 'paragraph', inlines: [{ kind: 'emphasis', inlines: [{ kind: 'text', text }] }] }
}
