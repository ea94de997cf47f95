import type { Block, Code, Figure, Heading, Manner, Paragraph } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { withoutMarks } from '../../documents/notes.js'
import { besideBefore, besideSlabs, standsBeside } from './beside.js'
import { chartSlabs, drawingSlabs } from './charts.js'
import { entriesFrom } from '../../documents/entries.js'
import { entrySlabs } from './entries.js'
import { figureSlabs } from './figures.js'
import { listSlabs } from './lists.js'
import { colours } from '../paper.js'
import { blankSlabs } from './blanks.js'
import { indexSlabs } from '../pages/contents-page.js'
import { surenessAside } from '../pages/margin.js'
import { paragraphSlabs } from './paragraphs.js'
import { quotationSlabs } from './quotations.js'
import { movedIn, type Setting } from '../setting.js'
import type { Frame, Slab } from './slabs.js'
import { spansOf, type Span } from '../lettering/spans.js'
import { surenessBeside, sureSlabs } from './sureness.js'
import { tableSlabs } from './tables.js'
import { tag } from '../file/tags.js'
import { types } from '../type.js'

/** Blocks as slabs, in order. Pictures that follow one another stand two in a row. */
export function slabsOf(blocks: Block[], setting: Setting): Slab[] {
  const slabs: Slab[] = []
  for (let at = 0; at < blocks.length; at++) {
    const entries = entriesFrom(blocks, at)
    if (entries.length > 0) {
      slabs.push(...entrySlabs(entries, setting))
      at += entries.length * 2 - 1
      continue
    }
    const block = blocks[at]!
    const next = blocks[at + 1]
    if (block.kind === 'figure' && standsBeside(block, setting)) {
      const beside = besideSlabs(block, blocks.slice(at + 1), setting, slabsOf)
      slabs.push(...beside.slabs)
      at += beside.blocks
      continue
    }
    const before = besideBefore(block, next, blocks[at + 2], setting, slabsOf)
    if (before) {
      slabs.push(...before)
      at++
      continue
    }
    const pair = isNarrow(block) && isNarrow(next) ? [block, next] : undefined
    const own = pair ? figureSlabs(pair, setting) : slabsOfOne(block, setting)
    if (leadsOn(block, next, blocks[at - 1]) && own.length === 1) own[0]!.keepWithNext = true
    slabs.push(...own)
    if (pair) at++
  }
  return slabs
}

/** The few words before a list or table belong to it, what a claim is called to how sure it is, and a remark on a claim to its reasons. */
function leadsOn(block: Block, next: Block | undefined, before: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || !next) return false
  if (block.manner === 'quiet' && before?.kind === 'paragraph' && before.manner === 'claim') return true
  return next.kind === 'list' || next.kind === 'table' || (next.kind === 'paragraph' && next.manner === 'sure')
}

function isNarrow(block: Block | undefined): block is Figure {
  return block?.kind === 'figure' && !block.wide
}

function slabsOfOne(block: Block, setting: Setting): Slab[] {
  switch (block.kind) {
    case 'heading':
      return headingSlabs(block, setting)
    case 'paragraph':
      return textSlabs(block, setting)
    case 'list':
      return listSlabs(block, setting, slabsOf)
    case 'table':
      return tableSlabs(block, setting)
    case 'figure':
      return figureSlabs([block], setting)
    case 'chart':
      return chartSlabs(block, setting)
    case 'quotation':
      return quotationSlabs(block, setting, slabsOf)
    case 'code':
      return codeSlabs(block, setting)
    case 'rule':
      return [ruleSlab(setting)]
    case 'notes':
      return []
    case 'drawing':
      return drawingSlabs(block, setting)
    case 'index':
      return indexSlabs(block, setting)
    case 'blank':
      return blankSlabs(block, setting)
  }
}

/** The space around what carries a page. */
const manners: Record<Exclude<Manner, 'sure'>, object> = {
  lead: { before: 6, after: 10 },
  claim: { before: 14, after: 3, keepWithNext: true },
  quiet: { before: 3, after: 5 },
}

function textSlabs(block: Paragraph, setting: Setting): Slab[] {
  const level = setting.claims?.get(block)
  const own = tag(level ? `H${level}` : 'P', setting.tag, { language: block.language })
  if (block.manner === 'sure') return sureSlabs(block, setting)
  const type = block.manner ? types[block.manner] : setting.type
  const manner = block.manner ? manners[block.manner] : undefined
  const slabs = paragraphSlabs(spansOf(block.inlines, type, block.language), type, own, setting, manner)
  if (block.id && slabs[0]) slabs[0].place = block.id
  const sure = surenessBeside(block)
  if (sure && slabs[0]?.asides)
    slabs[0].asides.unshift(surenessAside(sure.filled, sure.says, setting.paper.margin!.width))
  if (level && slabs[0]) slabs[0].heading = { id: block.id ?? '', level, text: inlineText(withoutMarks(block.inlines)) }
  return slabs
}

/**
 * A heading stays with what follows it; it can be reached by its id and stands among the bookmarks. One without an id is
 * part of somebody's words and looks like a heading only.
 */
function headingSlabs(block: Heading, setting: Setting): Slab[] {
  const { closer } = setting
  const type = closer ? types.closerHeadings[block.level] : types.headings[block.level]
  const own = tag(block.id ? `H${block.level}` : 'P', setting.tag, { language: block.language })
  const slabs = paragraphSlabs(spansOf(block.inlines, type, block.language), type, own, setting, {
    before: (closer ? { 2: 20, 3: 15, 4: 11 } : { 2: 34, 3: 24, 4: 16 })[block.level],
    after: (closer ? { 2: 4, 3: 3, 4: 2 } : { 2: 10, 3: 7, 4: 3 })[block.level],
    keepWithNext: true,
  })
  if (block.beginsPage) slabs[0]!.beginsPage = true
  if (block.id) slabs[0]!.heading = { id: block.id, level: block.level, text: inlineText(withoutMarks(block.inlines)) }
  return slabs
}

/** Code keeps its spaces and its lines. */
function codeSlabs(block: Code, setting: Setting): Slab[] {
  const ground: Frame = {
    draw: (pen, top, bottom) => pen.box(setting.x, top - 6, setting.measure, bottom - top + 12, colours.shade),
  }
  const own = tag('P', setting.tag, { language: block.language })
  const lines = block.text.replace(/\t/g, '    ').replace(/[^\S\n]/g, '\u00a0')
  const spans: Span[] = [{ text: lines, type: types.code }]
  const inner = movedIn({ ...setting, width: setting.measure - 10 }, 10, setting.tag, { frame: ground })
  return paragraphSlabs(spans, types.code, tag('Code', own), inner, { before: 16, after: 16 })
}

function ruleSlab(setting: Setting): Slab {
  return {
    height: 1,
    before: 18,
    after: 18,
    frames: setting.frames,
    draw: (pen, y) => pen.decorate(() => pen.rule(setting.x, y + 0.5, 90, 1.5, colours.ochreEdge)),
  }
}
