import type { Block, Inline, ListItem } from '../../documents/document.js'

/**
 * Where a line of a list is about a piece (`- [[E12]]` or `- [[E12]]: why it matters here`), the piece's title is said
 * after its number. The title comes from the piece when the document is made, so that it goes when the piece goes.
 */
export function withTitles(blocks: Block[]): Block[] {
  return blocks.map(block => {
    if (block.kind === 'list') return { ...block, items: block.items.map(named) }
    if (block.kind === 'quotation') return { ...block, blocks: withTitles(block.blocks) }
    return block
  })
}

function named(item: ListItem): ListItem {
  const [first, ...others] = item.blocks
  const blocks = withTitles(others)
  if (first?.kind !== 'paragraph') return { ...item, blocks: [...(first ? withTitles([first]) : []), ...blocks] }
  return { ...item, blocks: [{ ...first, inlines: titled(first.inlines) }, ...blocks] }
}

function titled(inlines: Inline[]): Inline[] {
  const [first, second, ...others] = inlines
  if (first?.kind !== 'reference' || !first.title) return inlines
  const title: Inline = { kind: 'text', text: ` ${first.title}` }
  if (!second) return [first, title]
  if (second.kind === 'text' && second.text.startsWith(':'))
    return [first, { kind: 'text', text: `${title.text}${second.text}` }, ...others]
  return inlines
}
