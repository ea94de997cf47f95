import type { Block, Inline, Reference } from '../../documents/document.js'

/** What a number such as E11 is called, from its own label and from where it leads. */
type LabelOf = (reference: Pick<Reference, 'label' | 'href'>) => string

/** The same blocks, in which every number that leads to a piece is called as `labelOf` says. */
export function blocksInOtherLabels(blocks: Block[], labelOf: LabelOf): Block[] {
  const inlines = (all: Inline[]) => all.map(inlineOf)
  const inside = (all: Block[]) => all.map(blockOf)
  return inside(blocks)

  function blockOf(block: Block): Block {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, inlines: inlines(block.inlines) }
      case 'list':
        return { ...block, items: block.items.map(item => ({ ...item, blocks: inside(item.blocks) })) }
      case 'table':
        return { ...block, head: block.head.map(inlines), rows: block.rows.map(row => row.map(inlines)) }
      case 'figure':
        return { ...block, caption: inlines(block.caption) }
      case 'quotation': {
        const { source } = block
        return {
          ...block,
          blocks: inside(block.blocks),
          ...(source && { source: { ...source, label: labelOf(source) } }),
        }
      }
      default:
        return block
    }
  }

  function inlineOf(inline: Inline): Inline {
    if (inline.kind === 'reference') return { ...inline, label: labelOf(inline) }
    if (inline.kind === 'note') return { ...inline, blocks: inside(inline.blocks) }
    return 'inlines' in inline ? { ...inline, inlines: inlines(inline.inlines) } : inline
  }
}
