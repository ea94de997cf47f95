import type { Table } from '../documents/document.js'
import { cellSpans, PADDING } from './cells.js'
import { widthsOf } from './lines.js'
import { types, type Type } from './type.js'

export interface Column {
  x: number
  width: number
  align: 'left' | 'centre' | 'right' | undefined
}

interface Wants {
  least: number
  whole: number
}

const SIZES = [9.75, 9, 8.25, 7.5]

/** The largest type in which no word of the table need be broken; the smallest where there is none. */
export function fittingType(table: Table, width: number): Type {
  const candidates = SIZES.map(size => ({ ...types.text, size, leading: size * 1.38, tabular: true }))
  return candidates.find(type => sum(wantsOf(table, type), 'least') <= width) ?? candidates.at(-1)!
}

/** Columns as wide as their words ask, sharing what there is; the table is as wide as the text where it can be. */
export function columnsOf(table: Table, x: number, width: number, type: Type): Column[] {
  const widths = shared(wantsOf(table, type), width)
  let left = x
  return widths.map((own, at) => {
    const column = { x: left, width: own, align: table.alignment[at] ?? undefined }
    left += own
    return column
  })
}

function wantsOf(table: Table, type: Type): Wants[] {
  return table.head.map((head, at) => {
    const cells = [widthsOf(cellSpans(head, type, true))]
    for (const row of table.rows) cells.push(widthsOf(cellSpans(row[at] ?? [], type, table.rowHeads === true && at === 0)))
    const least = Math.max(...cells.map(cell => cell.longest)) + 2 * PADDING.across + 0.5
    return { least, whole: Math.max(least, ...cells.map(cell => cell.whole + 2 * PADDING.across + 0.5)) }
  })
}

/** What is left over is shared by how much each column still wants; where even the words do not fit, all give way alike. */
function shared(wants: Wants[], width: number): number[] {
  const least = sum(wants, 'least')
  const whole = sum(wants, 'whole')
  if (least >= width) return wants.map(want => (Math.max(want.least, 1) / least) * width)
  if (whole <= width) return wants.map(want => (want.whole / whole) * width)
  const asked = wants.map(want => Math.sqrt(want.whole - want.least))
  const all = asked.reduce((total, one) => total + one, 0)
  return wants.map((want, at) => want.least + (asked[at]! / all) * (width - least))
}

function sum(wants: Wants[], which: keyof Wants): number {
  return wants.reduce((total, want) => total + want[which], 0)
}
