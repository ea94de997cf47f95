import type { Block, Chart, Document, Figure, Quotation, Table } from '../documents/document.js'
import { inlineText } from '../documents/inline-text.js'
import { withoutMarks } from '../documents/notes.js'
import { textOfBlocks } from '../documents/to-text.js'
import { heading, text } from '../documents/making-blocks.js'
import { paragraphs } from './laying-out.js'
import {
  askedInShort,
  butInShort,
  didNotWorkHeading,
  effectsHeading,
  moreActions,
  moreThatDidNot,
  sureInShort,
} from './sentences.js'
import { cutTo, shortened } from './shortening.js'
import { squareCode } from './square-code.js'
import { withoutNumbers, type Advice, type ClaimSaid, type WhatItSays } from './what-it-says.js'

/** Parts that several short forms are made of. */

/** A claim, how sure the group is, and the strongest thing against it: never one of them without the others. */
export function claimBlocks(finding: ClaimSaid, most: number): Block[] {
  return [
    ...paragraphs(cutTo(finding.claim, 220), 'claim'),
    ...surenessBlocks(finding),
    ...(most > 0 ? paragraphs(shortened(finding.because, most)) : []),
  ]
}

/** How sure the group is, what speaks against it, and what it was asked and has not answered. */
export function surenessBlocks({ sure, against, moreAgainst, saysNothingAgainst, asked }: ClaimSaid): Block[] {
  return [
    ...paragraphs(sureInShort(sure, against, saysNothingAgainst), 'sure'),
    ...paragraphs(butInShort(cutTo(against, 180), moreAgainst)),
    ...paragraphs(askedInShort(cutTo(asked, 160)), 'quiet'),
  ]
}

/** What came to nothing, under its own heading, wherever the write-up tells of it. */
export function didNotWorkBlocks(didNotWork: string[], most: number, length: number): Block[] {
  if (didNotWork.length === 0) return []
  const told = didNotWork.slice(0, most)
  const more = didNotWork.length - told.length
  return [
    heading(didNotWorkHeading),
    ...told.flatMap(words => paragraphs(shortened(words, length))),
    ...(more > 0 ? paragraphs(moreThatDidNot(more), 'quiet') : []),
  ]
}

/** What was tried: the opening words of the part, or the first actions one by one. @param length letters for all of them */
export function triedBlocks({ tried, actions }: Pick<WhatItSays, 'tried' | 'actions'>, length: number): Block[] {
  if (actions.length === 0) return tried.slice(0, 1).flatMap(words => paragraphs(shortened(words, length)))
  const told = actions.slice(0, MOST_ACTIONS)
  const more = actions.length - told.length
  return [
    ...told.flatMap(words => paragraphs(shortened(words, Math.max(90, length / told.length)))),
    ...(more > 0 ? paragraphs(moreActions(more), 'quiet') : []),
  ]
}

const MOST_ACTIONS = 2

/** What difference each action made at each school, the first of them, under their heading; in whole words where these fit. */
export function effectsInShort(effects: Table, room: Room): Block[] {
  const rows = effects.rows.slice(0, MOST_EFFECTS)
  const said = rows.map(row => row.map(inlineText))
  const lengths = LENGTHS.map(most => said.map(row => row.map(cell => cutTo(cell, most))))
  const short = (lengths.find(cells => fits(cells, room)) ?? lengths.at(-1)!).map(row => row.map(text))
  const more = effects.rows.length - rows.length
  return [
    heading(effectsHeading),
    { ...effects, rows: short },
    ...(more > 0 ? paragraphs(moreActions(more), 'quiet') : []),
  ]
}

const MOST_EFFECTS = 4

/** How many letters a cell has at most, the roomiest first. */
const LENGTHS = [400, 160, 120, 90, 70, 55, 45]

/** Letters that stand across a table, and lines that it may have below its head. */
interface Room {
  letters: number
  lines: number
}

function fits(cells: string[][], { letters, lines }: Room): boolean {
  const heights = cells.map(row => Math.max(...row.map(cell => linesOf(cell, letters / row.length - AROUND))))
  return heights.reduce((sum, height) => sum + height, 0) <= lines
}

/** What is left free around a cell, in letters. */
const AROUND = 2

/** So many lines at most: a word that does not fit on one begins the next. */
function linesOf(words: string, letters: number): number {
  let [lines, left] = [1, letters]
  for (const word of words.split(' ')) {
    if (word.length > left && left < letters) [lines, left] = [lines + 1, letters]
    left -= word.length + 1
  }
  return lines
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
