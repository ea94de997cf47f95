import type { Block, Inline, Paragraph } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { text } from '../documents/making-blocks.js'
import { sureness } from './leads.js'

const sureAtFirst = new RegExp(`^\\s*(${Object.values(sureness).join('|')})[.]\\s*`)

/**
 * Claims that stand in bold before how sure their group is, with that marked, so that it is seen: `**Children ask more.** We
 * are fairly sure. But: …`. What else is said comes back as it is.
 */
export function claimsMarked(blocks: Block[]): { claims: Block[]; others: Block[] } {
  const claims: Block[] = []
  const others: Block[] = []
  for (const block of blocks) {
    const marked = block.kind === 'paragraph' ? marksOf(block) : []
    if (marked.length > 0) claims.push(...marked)
    else others.push(block)
  }
  return { claims, others }
}

function marksOf({ inlines: [first, second, ...rest], ...block }: Paragraph): Block[] {
  const sure = second?.kind === 'text' ? sureAtFirst.exec(second.text) : null
  if (first?.kind !== 'strong' || second?.kind !== 'text' || !sure) return []
  const left: Inline[] = [...text(second.text.slice(sure[0].length)), ...rest]
  return [
    { ...block, manner: 'claim', inlines: first.inlines },
    { ...block, manner: 'sure', inlines: text(`${sure[1]}.`) },
    ...(inlineText(left).trim() === '' ? [] : [{ ...block, inlines: left }]),
  ]
}
