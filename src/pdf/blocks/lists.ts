import type { Block, List, ListItem } from '../../documents/document.js'
import { labelOf, textOfBlocks } from '../../documents/to-text.js'
import { readsFromTheRight } from '../../documents/letters/direction.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf, widthsOf } from '../lettering/lines.js'
import { movedIn, type Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { colours } from '../paper.js'
import { tag, type Tag } from '../file/tags.js'
import type { Type } from '../type.js'

/** How far the body of an item stands in, and from which side. */
interface Side {
  indent: number
  fromRight: boolean
}

type SlabsOf = (blocks: Block[], setting: Setting) => Slab[]

const BULLETS = ['•', '–', '·']
const NUMBERINGS = ['Disc', 'Square', 'Circle'] as const

/** A list as slabs: each item's label stands left of its first line, and lists may stand in items. */
export function listSlabs(list: List, setting: Setting, slabsOf: SlabsOf): Slab[] {
  const numbering = list.ordered ? 'Decimal' : NUMBERINGS[setting.depth % 3]
  const own = tag('L', setting.tag, { language: list.language, numbering })
  const labels = list.items.map((item, at) => labelSaid(list, item, at, setting.depth))
  const fromRight = readsFromTheRight(list.items.map(item => textOfBlocks(item.blocks)).join('\n'))
  const side = { indent: indentFor(labels, setting), fromRight }
  const slabs = list.items.map((item, at) => itemSlabs(item, labels[at]!, own, side, setting, slabsOf))
  keepCompany(slabs)
  return slabs.flatMap((item, at) => spaced(item, at, slabs.length, list.tight, setting.type))
}

/** Of three items or more, neither the first nor the last stands alone on a page. */
function keepCompany(items: Slab[][]): void {
  if (items.length < 3) return
  for (const at of [0, items.length - 2]) {
    const last = items[at]!.at(-1)
    if (last) last.keepWithNext = true
  }
}

/** One line that ends an item does not stand alone on the next page. */
function keepLastLine(slabs: Slab[], { leading }: Type): void {
  const [before, last] = slabs.slice(-2)
  if (before && last && last.height < leading * 1.5) before.keepWithNext = true
}

/** Bullets change with their depth on paper; a number stays a number. */
function labelSaid(list: List, item: ListItem, at: number, depth: number): string {
  return list.ordered || item.task ? labelOf(list, item, at) : BULLETS[depth % 3]!
}

function labelSpans(label: string, type: Type) {
  return [{ text: label, type: { ...type, tabular: true, colour: colours.teal } }]
}

function indentFor(labels: string[], setting: Setting): number {
  const widest = Math.max(0, ...labels.map(label => widthsOf(labelSpans(label, setting.type)).whole))
  const wanted = Math.max(16, widest + 7)
  return Math.min(wanted, Math.max(0, setting.measure - 60))
}

function itemSlabs(item: ListItem, label: string, list: Tag, side: Side, setting: Setting, slabsOf: SlabsOf): Slab[] {
  const { indent, fromRight } = side
  const labelX = fromRight ? setting.x + setting.measure - indent : setting.x
  const own = tag('LI', list)
  const labelTag = tag('Lbl', own)
  const body = {
    ...movedIn(setting, indent, tag('LBody', own), { fromRight, side: fromRight ? 'right' : 'left' }),
    depth: setting.depth + 1,
  }
  const line = linesOf(labelSpans(label, setting.type), 200, setting.type)[0]!
  const slabs = slabsOf(item.blocks, body)
  keepLastLine(slabs, setting.type)
  const first: Slab = slabs[0] ?? { height: line.height, before: 0, after: 0, frames: setting.frames, draw: () => {} }
  const labelled: Slab = {
    ...first,
    draw: (pen, y) => {
      const top = y + (first.baseline ?? line.baseline) - line.baseline
      const place = { x: labelX, y: top, width: indent, align: fromRight ? ('right' as const) : ('left' as const) }
      drawLine(pen, setting.links, line, labelTag, place)
      pen.begin(body.tag)
      first.draw(pen, y)
    },
  }
  return [labelled, ...slabs.slice(1)]
}

/** Items of a tight list stand close; the list as a whole has the space of a paragraph around it. */
function spaced(item: Slab[], at: number, of: number, tight: boolean, type: Type): Slab[] {
  const between = tight ? 3 : type.leading * 0.55
  const around = type.leading * 0.55
  return item.map((slab, part) => ({
    ...slab,
    before: part > 0 ? (tight ? Math.min(slab.before, 3) : slab.before) : at === 0 ? around : between,
    after: part < item.length - 1 ? (tight ? Math.min(slab.after, 4) : slab.after) : at === of - 1 ? around : between,
  }))
}
