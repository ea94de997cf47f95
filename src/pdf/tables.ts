import type { Inline, Table } from '../documents/document.js'
import { cellSpans, PADDING } from './cells.js'
import { columnsOf, fittingType, type Column } from './columns.js'
import { drawLine } from './drawing-lines.js'
import { linesOf, type Line } from './lines.js'
import { colours } from './paper.js'
import { drawLines, heightOf, paragraphSlabs } from './paragraphs.js'
import type { Pen } from './pen.js'
import type { Setting } from './setting.js'
import type { Slab } from './slabs.js'
import { spansOf } from './spans.js'
import { tag, type Tag } from './tags.js'
import { types, type Type } from './type.js'

interface Cell {
  tag: Tag
  lines: Line[]
  column: Column
}

interface Row {
  tag: Tag
  cells: Cell[]
  head: boolean
}

/** A table as slabs, a row each. Its head is drawn again on each page; a row higher than a page goes on over the next. */
export function tableSlabs(table: Table, setting: Setting): Slab[] {
  const own = tag('Table', setting.tag, { language: table.language })
  const type = fittingType(table, setting.width)
  const columns = columnsOf(table, setting.x, setting.width, type)
  const head = rowOf(table.head, tag('TR', tag('THead', own)), columns, type, table, 'head')
  const body = tag('TBody', own)
  const rows = table.rows.map(cells => rowOf(cells, tag('TR', body), columns, type, table, 'body'))
  const slabs = [rowSlab(head, setting), ...rows.map(row => ({ ...rowSlab(row, setting), again: drawnAgain(head, setting) }))]
  slabs[0]!.keepWithNext = slabs.length > 1
  const caption = table.caption ? captionSlabs(table.caption, own, setting) : []
  return apart([...caption, ...slabs])
}

function captionSlabs(caption: Inline[], table: Tag, setting: Setting): Slab[] {
  const type = { ...types.caption, bold: true, colour: colours.ink }
  const wide = { ...setting, measure: setting.width }
  return paragraphSlabs(spansOf(caption, type), type, tag('Caption', table), wide, { after: 5, keepWithNext: true })
}

function rowOf(cells: Inline[][], own: Tag, columns: Column[], type: Type, table: Table, part: 'head' | 'body'): Row {
  return {
    tag: own,
    head: part === 'head',
    cells: columns.map((column, at) => {
      const heads = part === 'head' || (table.rowHeads === true && at === 0)
      const scope = part === 'head' ? 'Column' : 'Row'
      return {
        tag: heads ? tag('TH', own, { scope }) : tag('TD', own),
        lines: linesOf(cellSpans(cells[at] ?? [], type, heads), column.width - 2 * PADDING.across, type),
        column,
      }
    }),
  }
}

function rowSlab(row: Row, setting: Setting): Slab {
  return {
    height: heightOfRow(row),
    before: 0,
    after: 0,
    frames: setting.frames,
    draw: (pen, y) => drawRow(pen, setting, row, y),
    part: room => parted(row, room, setting),
  }
}

function heightOfRow(row: Row): number {
  return Math.max(...row.cells.map(cell => heightOf(cell.lines))) + 2 * PADDING.down
}

/** As many lines of each cell as fit the room, and the rest; both are the same row to a screen reader. */
function parted(row: Row, room: number, setting: Setting): [Slab, Slab] | undefined {
  const counts = row.cells.map(cell => linesWithin(cell.lines, room - 2 * PADDING.down))
  const stuck = row.cells.some((cell, at) => counts[at]! < Math.min(2, cell.lines.length))
  if (stuck) return undefined
  const some = (from: (cell: Cell, at: number) => Line[]): Row => ({
    ...row,
    cells: row.cells.map((cell, at) => ({ ...cell, lines: from(cell, at) })),
  })
  const above = some((cell, at) => cell.lines.slice(0, counts[at]))
  const below = some((cell, at) => cell.lines.slice(counts[at]))
  return [rowSlab(above, setting), rowSlab(below, setting)]
}

function linesWithin(lines: Line[], room: number): number {
  let height = 0
  const tooMany = lines.findIndex(line => (height += line.height) > room)
  return tooMany === -1 ? lines.length : tooMany
}

function drawnAgain(head: Row, setting: Setting): NonNullable<Slab['again']> {
  return { height: heightOfRow(head), draw: (pen, y) => drawRow(pen, setting, head, y) }
}

function drawRow(pen: Pen, setting: Setting, row: Row, y: number): void {
  const height = heightOfRow(row)
  pen.decorate(() => drawGround(pen, row, y, height))
  for (const { tag: own, lines, column } of row.cells) {
    if (!pen.decorating) pen.begin(own)
    drawLines(lines, y + PADDING.down, (line, top) => {
      const place = { x: column.x + PADDING.across, y: top, width: column.width - 2 * PADDING.across, align: column.align }
      drawLine(pen, setting.links, line, own, place)
    })
  }
}

function drawGround(pen: Pen, row: Row, y: number, height: number): void {
  const left = row.cells[0]!.column.x
  const last = row.cells.at(-1)!.column
  const width = last.x + last.width - left
  if (row.head) pen.box(left, y, width, height, colours.tealPale)
  pen.rule(left, y + height, width, row.head ? 1 : 0.6, row.head ? colours.teal : colours.line)
}

function apart(slabs: Slab[]): Slab[] {
  const last = slabs.length - 1
  return slabs.map((slab, at) => ({
    ...slab,
    before: at === 0 ? 14 : slab.before,
    after: at === last ? 18 : slab.after,
  }))
}
