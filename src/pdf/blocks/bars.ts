import type { Chart, Table } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import type { Line } from '../lettering/lines.js'
import { colours } from '../paper.js'
import type { Pen } from '../pen.js'
import { PADDING } from './cells.js'
import type { Column } from './columns.js'

/** A number as a bar behind it. */
export interface Bar {
  /** From the edge of the words. */
  begins: number
  width: number
}

const THICK = 7

/** How long the bar of each cell is beside the longest: of the whole table, or of its row where each row has a measure of its own. */
export function barsOf({ rows }: Table, bars: NonNullable<Chart['bars']>): (number | undefined)[][] {
  const numbers = rows.map(row => row.map((cell, at) => (at === 0 ? undefined : numberIn(inlineText(cell)))))
  const longest = (some: (number | undefined)[]) => Math.max(0, ...some.map(one => one ?? 0))
  const of = longest(numbers.flat())
  return numbers.map(row => {
    const most = bars === 'row by row' ? longest(row) : of
    return row.map(number => (number === undefined || most === 0 ? undefined : number / most))
  })
}

function numberIn(words: string): number | undefined {
  const said = /^\d[\d,]*(?:\.\d+)?$/.exec(words.trim())?.[0]
  return said === undefined ? undefined : Number(said.replaceAll(',', ''))
}

/** Where bars begin beside the numbers of a column. */
export function roomBeside(cells: Line[][]): number {
  return Math.max(0, ...cells.flat().map(({ width }) => width)) + 6
}

/** The longest bar of all, so that equal lengths say equal numbers: no column is too narrow for its own. */
export function longestBar(columns: { column: Column; begins: number; most: number }[]): number {
  const rooms = columns
    .filter(({ most }) => most > 0)
    .map(({ column, begins, most }) => (column.width - 2 * PADDING.across - begins) / most)
  const longest = Math.min(...rooms)
  return longest < 8 ? 0 : longest
}

export function drawBar(pen: Pen, column: Column, { begins, width }: Bar, y: number, lineHeight: number): void {
  if (width <= 0) return
  const top = y + PADDING.down + (lineHeight - THICK) / 2
  pen.box(column.x + PADDING.across + begins, top, Math.max(1, width), THICK, colours.teal)
}
