import type { Block, Chart, Document, Figure, Quotation } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { withoutMarks } from '../documents/notes.js'
import { textOfBlocks } from '../documents/to-text.js'
import { text } from '../documents/making-blocks.js'
import { paragraphs } from './laying-out.js'
import { shortened } from './shortening.js'
import { squareCode } from './square-code.js'
import { withoutNumbers, type Advice, type ClaimSaid } from './what-it-says.js'

/** Parts that several short forms are made of. */

export function claimBlocks({ claim, sure, because }: ClaimSaid, most: number): Block[] {
  return [
    ...paragraphs(shortened(claim, 220), 'claim'),
    ...paragraphs(sure, 'sure'),
    ...(most > 0 ? paragraphs(shortened(because, most)) : []),
  ]
}

export function adviceList(advice: Advice[], most: number, costs: boolean): Block[] {
  if (advice.length === 0) return []
  return [
    {
      kind: 'list',
      ordered: true,
      tight: false,
      items: advice.map(({ recommendation, cost }) => ({
        blocks: [
          ...paragraphs(shortened(recommendation, most)),
          ...(costs && cost ? paragraphs(`What it costs: ${shortened(cost, 120)}`, 'quiet') : []),
        ],
      })),
    },
  ]
}

/** A chart without its numbers, which stand in the whole document. */
export function chartAlone(chart: Chart): Chart {
  return { ...chart, numbersElsewhere: true }
}

export function pictureAlone(figure: Figure): Block {
  return { ...figure, wide: true, caption: text(shortened(withoutNumbers(figure.caption), 140)) }
}

/** A voice from the evidence, where it is short enough to be heard. */
export function voiceOf(quotations: Quotation[], most: number): Block[] {
  const found = quotations.find(quotation => textOfBlocks(quotation.blocks).length <= most)
  if (!found) return []
  const by = found.source ? [found.source.by, found.source.title].filter(Boolean).join(', ') : ''
  return [{ kind: 'quotation', blocks: found.blocks.map(plainBlock) }, ...(by ? paragraphs(`— ${by}`, 'quiet') : [])]
}

function plainBlock(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, inlines: text(inlineText(withoutMarks(block.inlines))) } : block
}

/** Where the whole stands: an address with its square code, or for a draft that it is one. */
export function whereToRead({ address, foot }: Document, width: number): { code: Block[]; words: Block[] } {
  if (!address)
    return { code: [], words: paragraphs(`${foot}. It is not published; please do not pass it on.`, 'quiet') }
  return {
    code: [squareCode(address, '', width)],
    words: [
      ...paragraphs(
        'The whole write-up, with all its evidence and every number, and whether this edition is still the newest:',
      ),
      { kind: 'paragraph', inlines: [{ kind: 'link', href: address, inlines: text(address) }] },
      ...paragraphs(foot, 'quiet'),
    ],
  }
}
