import type { Index } from '../../documents/document.js'
import { linesOf, type Line } from '../lettering/lines.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { colours } from '../paper.js'
import { drawLines, heightOf, paragraphSlabs } from '../blocks/paragraphs.js'
import type { Pen } from '../pen.js'
import type { Setting } from '../setting.js'
import type { Slab } from '../blocks/slabs.js'
import { plain, type Span } from '../lettering/spans.js'
import { tag, type Tag } from '../file/tags.js'
import { types, type Type } from '../type.js'

export interface Entry {
  id: string
  level: number
  text: string
}

const NUMBER_ROOM = 34

/**
 * The list of contents: a link for each heading of the upper two levels, with its page. It takes one page at most: closer, and then
 * with the upper level alone, where there is much.
 *
 * @param pageOf gives the number of the page on which a heading stands; asked only when the list is drawn
 */
export function contentsSlabs(entries: Entry[], setting: Setting, pageOf: (id: string) => number): Slab[] {
  const type = types.headings[2]
  const heading = paragraphSlabs(plain('Contents', type), type, tag('H2', setting.tag), setting, {
    after: 14,
    keepWithNext: true,
  })
  const toc = tag('TOC', setting.tag)
  heading[0]!.heading = { id: '', level: 2, text: 'Contents' }
  const listed = (deepest: number, closer: boolean) => {
    const slabs = entries.filter(({ level }) => level <= deepest)
    return [...heading, ...slabs.map(entry => entrySlab(entry, toc, setting, pageOf, closer))]
  }
  const candidates = [listed(3, false), listed(3, true), listed(2, false), listed(2, true)]
  return candidates.find(slabs => heightWithGaps(slabs) <= setting.paper.room) ?? candidates.at(-1)!
}

function heightWithGaps(slabs: Slab[]): number {
  return slabs.reduce((sum, { height, before, after }) => sum + height + Math.max(before, after), 0)
}

/** So few entries stand together on a page. */
const FEW = 4

/** Where things are told, as an index: drawn as the contents are, within a list of its own. */
export function indexSlabs({ entries }: Index, setting: Setting): Slab[] {
  const toc = tag('TOC', setting.tag)
  const slabs = entries.map(({ id, text }) => entrySlab({ id, text, level: 3 }, toc, setting, setting.pageOf))
  if (slabs.length <= FEW) for (const slab of slabs.slice(0, -1)) slab.keepWithNext = true
  return slabs
}

function entrySlab(entry: Entry, toc: Tag, setting: Setting, pageOf: (id: string) => number, closer = false): Slab {
  const top = entry.level === 2
  const text: Type = closer ? { ...types.text, size: 9.5, leading: 13 } : types.text
  const type: Type = top ? { ...text, bold: true } : text
  const indent = top ? 0 : 18
  const spans: Span[] = plain(entry.text.replace(/\s+/g, ' '), type)
  const link = { href: `#${entry.id}`, words: entry.text }
  const lines = linesOf(
    spans.map(span => ({ ...span, link })),
    setting.measure - indent - NUMBER_ROOM,
    type,
  )
  const width = setting.measure - indent - NUMBER_ROOM
  const own = tag('Reference', tag('TOCI', toc))
  return {
    height: heightOf(lines),
    before: closer ? (top ? 4 : 0) : top ? 9 : 2.5,
    after: 0,
    frames: [],
    draw: (pen, y) => {
      drawLines(lines, y, (line, at) =>
        drawLine(pen, setting.links, line, own, { x: setting.x + indent, y: at, width }),
      )
      drawNumber(pen, setting, own, String(pageOf(entry.id)), y + heightOf(lines.slice(0, -1)), indent, lines.at(-1)!)
    },
  }
}

function drawNumber(pen: Pen, setting: Setting, own: Tag, number: string, y: number, indent: number, last: Line): void {
  const type = { ...types.text, tabular: true, colour: colours.soft }
  const line = linesOf(plain(` ${number}`, type), 200, type)[0]!
  if (!last.rightToLeft)
    pen.decorate(() => drawDots(pen, setting.x + indent + last.width + 6, setting.x + setting.measure - 24, y + 12.5))
  drawLine(pen, setting.links, line, own, { x: setting.x, y, width: setting.measure, align: 'right' })
}

function drawDots(pen: Pen, from: number, to: number, y: number): void {
  for (let x = Math.ceil(from / 6) * 6; x < to; x += 6) pen.box(x, y - 0.8, 0.9, 0.9, colours.edge)
}
