import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf, notesOn, type Line } from '../lettering/lines.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import type { Span } from '../lettering/spans.js'
import type { Tag } from '../file/tags.js'
import { asidesOf } from '../pages/margin.js'
import { ofSize, types, type Type } from '../type.js'

interface Manner {
  before?: number
  after?: number
  keepWithNext?: boolean
  align?: 'left' | 'centre' | 'right'
}

/** A paragraph as slabs: its first two lines stay together, and its last two. */
export function paragraphSlabs(said: Span[], usual: Type, tag: Tag, setting: Setting, manner: Manner = {}): Slab[] {
  const type = ofSize(usual, setting.sizes)
  const spans = setting.sizes ? said.map(span => ({ ...span, type: ofSize(span.type, setting.sizes) })) : said
  const lines = linesOf(spans, setting.measure, type)
  const groups = groupsOf(lines)
  const narrow = setting.x + setting.measure <= setting.paper.left + setting.paper.measure + 1
  const beside = usual === types.text && narrow ? setting.paper.margin : undefined
  const space = type.leading * 0.55
  return groups.map((group, at) => ({
    height: heightOf(group),
    baseline: group[0]?.baseline,
    before: at === 0 ? (manner.before ?? space) : 0,
    after: at === groups.length - 1 ? (manner.after ?? space) : 0,
    keepWithNext: manner.keepWithNext,
    frames: setting.frames,
    notes: notesOn(group),
    narrow,
    ...(beside && { asides: asidesOf(group, spans, beside.width, setting) }),
    draw: (pen, y) =>
      drawLines(group, y, (line, top) => {
        const align = manner.align ?? setting.side
        drawLine(pen, setting.links, line, tag, { x: setting.x, y: top, width: setting.measure, align })
      }),
  }))
}

/** Lines one below another. */
export function drawLines(lines: Line[], y: number, draw: (line: Line, top: number) => void): void {
  let top = y
  for (const line of lines) {
    draw(line, top)
    top += line.height
  }
}

export function heightOf(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + line.height, 0)
}

function groupsOf(lines: Line[]): Line[][] {
  if (lines.length < 4) return [lines]
  const middle = lines.slice(2, -2).map(line => [line])
  return [lines.slice(0, 2), ...middle, lines.slice(-2)]
}
