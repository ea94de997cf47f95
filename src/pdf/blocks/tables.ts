import type { Chart, Inline, Table } from '../../documents/document.js'
import { textOfBlock } from '../../documents/to-text.js'
import { type Bar, barsOf, drawBar, longestBar, roomBeside } from './bars.js'
import { cellSpans, PADDING } from './cells.js'
import { SIZES, columnsOf, type Column } from './columns.js'
import { readsFromTheRight } from '../../documents/letters/direction.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf, notesOn, type Line } from '../lettering/lines.js'
import { colours } from '../paper.js'
import { drawLines, heightOf, paragraphSlabs } from './paragraphs.js'
import type { Pen } from '../pen.js'
import type { Setting } from '../setting.js'
import type { Slab } from './slabs.js'
import { spansOf } from '../lettering/spans.js'
import { tag, type Tag } from '../file/tags.js'
import { types, type Type } from '../type.js'

interface Cell {
  tag: Tag
  lines: Line[]
  column: Column
  bar?: Bar | undefined
}

interface Row {
  tag: Tag
  cells: Cell[]
  head: boolean
}

/**
 * A table as slabs, a row each. Its head is drawn again on each page, no row of three or more stands alone, and a row higher
 * than a page goes on over the next.
 * A table too wide for the paper is drawn in bands, one below another; to a screen reader it is still one table.
 */
export function tableSlabs(said: Table, setting: Setting, bars?: Chart['bars']): Slab[] {
  const table = bars ? leftAligned(squared(said)) : squared(said)
  if (table.head.length === 0) return []
  const fromRight = readsFromTheRight(textOfBlock(table))
  const room = { x: setting.x, width: setting.width, fromRight }
  const { type, bands } = columnsOf(table, room, bars !== undefined, sizesOf(setting))
  const tags = tagsOf(table, setting)
  const caption = table.caption ? captionSlabs(table.caption, tags.table, setting) : []
  const drawn = bars ? barsOf(table, bars) : []
  const laid = bands.map(band => rowsOfBand(table, band, type, tags))
  if (drawn.length > 0) withBars(laid, drawn)
  const rows = laid.flatMap(band => bandSlabs(band, setting))
  if (caption.length) rows[0]!.before = 0
  return apart([...caption, ...rows])
}

/** As many head cells as the longest row has cells, so that none of its words are left out. */
function squared(table: Table): Table {
  const columns = Math.max(table.head.length, ...table.rows.map(row => row.length))
  return { ...table, head: Array.from({ length: columns }, (_, at) => table.head[at] ?? []) }
}

/** Behind a number stands its bar: columns of bars begin at the left. */
function leftAligned(table: Table): Table {
  return { ...table, alignment: table.head.map(() => null) }
}

/** Where type has few sizes, or labels are read from afar, cells are no smaller. */
function sizesOf({ sizes, labels = 0 }: Setting): number[] | undefined {
  if (sizes) return [Math.min(...sizes)]
  const large = SIZES.filter(size => size >= labels)
  return large.length > 0 ? large : [labels]
}

interface Tags {
  table: Tag
  head: Tag[]
  rows: Tag[][]
}

/** A tag for each cell, in rows, however the table is drawn. */
function tagsOf(table: Table, setting: Setting): Tags {
  const own = tag('Table', setting.tag, { language: table.language })
  // A head above nothing is a row like others: PDF/UA knows no head without a body (ISO 14289-1, 7.2-14 of its tests).
  const head = tag('TR', table.rows.length > 0 ? tag('THead', own) : own)
  const body = tag('TBody', own)
  return {
    table: own,
    head: table.head.map(() => tag('TH', head, { scope: 'Column' })),
    rows: table.rows.map(() => {
      const row = tag('TR', body)
      return table.head.map((_, at) => (table.rowHeads && at === 0 ? tag('TH', row, { scope: 'Row' }) : tag('TD', row)))
    }),
  }
}

interface BandOfRows {
  head: Row
  rows: Row[]
}

function rowsOfBand(table: Table, band: Column[], type: Type, tags: Tags): BandOfRows {
  return {
    head: rowOf(table.head, tags.head, band, type, true, table.language),
    rows: table.rows.map((cells, at) => rowOf(cells, tags.rows[at]!, band, type, false, table.language)),
  }
}

function bandSlabs({ head, rows }: BandOfRows, setting: Setting): Slab[] {
  const again = drawnAgain(head, setting)
  const slabs = [rowSlab(head, setting), ...rows.map(row => rowSlab(row, setting, again))]
  const table = { rows: rows.length, height: slabs.reduce((sum, { height }) => sum + height, 0) }
  slabs.slice(1).forEach((slab, at) => (slab.row = { table, at }))
  slabs[0]!.keepWithNext = slabs.length > 1
  if (rows.length > 2) for (const at of [1, slabs.length - 2]) slabs[at]!.keepWithNext = true
  return apart(slabs)
}

/** Each number's bar begins where the widest number of its column ends; all of them are drawn to one measure. */
function withBars(bands: BandOfRows[], shares: (number | undefined)[][]): void {
  const begun = bands.flatMap(({ rows }) =>
    (rows[0]?.cells ?? []).map(({ column }, at) => {
      const begins = roomBeside(rows.map(row => row.cells[at]!.lines))
      const most = Math.max(0, ...shares.map(row => row[column.at] ?? 0))
      return { rows, at, column, begins, most }
    }),
  )
  const longest = longestBar(begun)
  for (const { rows, at, column, begins } of begun)
    rows.forEach((row, number) => {
      const share = shares[number]?.[column.at]
      if (share !== undefined) row.cells[at]!.bar = { begins, width: share * longest }
    })
}

function captionSlabs(caption: Inline[], table: Tag, setting: Setting): Slab[] {
  const type = { ...types.caption, bold: true, colour: colours.ink }
  const wide = { ...setting, measure: setting.width }
  return paragraphSlabs(spansOf(caption, type), type, tag('Caption', table), wide, { after: 5, keepWithNext: true })
}

function rowOf(cells: Inline[][], tags: Tag[], band: Column[], type: Type, head: boolean, language?: string): Row {
  return {
    tag: tags[0]!.parent!,
    head,
    cells: band.map(column => {
      const own = tags[column.at]!
      const spans = cellSpans(cells[column.at] ?? [], type, own.type === 'TH', language)
      return { tag: own, lines: linesOf(spans, column.width - 2 * PADDING.across, type), column }
    }),
  }
}

function rowSlab(row: Row, setting: Setting, again?: Slab['again']): Slab {
  return {
    height: heightOfRow(row),
    before: 0,
    after: 0,
    frames: setting.frames,
    again,
    notes: notesOn(row.cells.filter(({ column }) => !column.again).flatMap(({ lines }) => lines)),
    draw: (pen, y) => drawRow(pen, setting, row, y),
    part: room => parted(row, room, setting, again),
  }
}

function heightOfRow(row: Row): number {
  return Math.max(...row.cells.map(cell => heightOf(cell.lines))) + 2 * PADDING.down
}

/** As many lines of each cell as fit the room, and the rest; both are the same row to a screen reader. */
function parted(row: Row, room: number, setting: Setting, again: Slab['again']): [Slab, Slab] | undefined {
  const counts = row.cells.map(cell => linesWithin(cell.lines, room - 2 * PADDING.down))
  const stuck = row.cells.some((cell, at) => counts[at]! < Math.min(2, cell.lines.length))
  if (stuck) return undefined
  const some = (from: (cell: Cell, at: number) => Line[]): Row => ({
    ...row,
    cells: row.cells.map((cell, at) => ({ ...cell, lines: from(cell, at) })),
  })
  const above = some((cell, at) => cell.lines.slice(0, counts[at]))
  const below = some((cell, at) => cell.lines.slice(counts[at]))
  return [rowSlab(above, setting, again), rowSlab(below, setting, again)]
}

function linesWithin(lines: Line[], room: number): number {
  let height = 0
  const tooMany = lines.findIndex(line => (height += line.height) > room)
  return tooMany === -1 ? lines.length : tooMany
}

/** A head that would fill half the page is not drawn again. */
function drawnAgain(head: Row, setting: Setting): Slab['again'] {
  if (heightOfRow(head) > setting.paper.room * 0.35) return undefined
  return { height: heightOfRow(head), draw: (pen, y) => drawRow(pen, setting, head, y) }
}

function drawRow(pen: Pen, setting: Setting, row: Row, y: number): void {
  const height = heightOfRow(row)
  pen.decorate(() => drawGround(pen, row, y, height))
  for (const cell of row.cells) {
    if (cell.column.again) pen.decorate(() => drawCell(pen, setting, cell, y))
    else drawCell(pen, setting, cell, y)
  }
}

function drawCell(pen: Pen, setting: Setting, { tag: own, lines, column, bar }: Cell, y: number): void {
  if (!pen.decorating) pen.begin(own)
  if (bar) pen.decorate(() => drawBar(pen, column, bar, y, lines[0]?.height ?? 0))
  drawLines(lines, y + PADDING.down, (line, top) => {
    const place = {
      x: column.x + PADDING.across,
      y: top,
      width: column.width - 2 * PADDING.across,
      align: column.align,
    }
    drawLine(pen, setting.links, line, own, place)
  })
}

function drawGround(pen: Pen, row: Row, y: number, height: number): void {
  const columns = row.cells.map(({ column }) => column)
  const left = Math.min(...columns.map(({ x }) => x))
  const width = columns.reduce((sum, column) => sum + column.width, 0)
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
