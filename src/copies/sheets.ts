import type { Sheet } from '../office/to-excel.js'
import { type Cell, cellOf, type Column } from '../web/columns.js'

/** A sheet, and which of its cells were too long for one and go on below, a sentence each. */
export interface SheetInCopy extends Sheet {
  goesOn: string[]
}

/** Excel reads no more than 32,767 characters of a cell. */
const mostLetters = 32_000

/** Whatever is too long for a cell goes on in the rows below it, with the first cell said again, so that nothing is lost. */
export function sheetOf<Of>(name: string, columns: Column<Of>[], things: Of[]): SheetInCopy {
  const inSheet = columns.map(({ heading, kind, width }) => ({ heading, kind, width }))
  const sheet: SheetInCopy = { name, columns: inSheet, rows: [], goesOn: [] }
  for (const thing of things) {
    const parts = columns.map(column => partsOf(cellOf(column, thing)))
    const many = Math.max(...parts.map(part => part.length))
    for (let at = 0; at < many; at++)
      sheet.rows.push(parts.map((part, across) => part[at] ?? (across ? null : part[0]!)))
    for (const [across, part] of parts.entries())
      if (part.length > 1)
        sheet.goesOn.push(`${name}, ${parts[0]![0]}: “${columns[across]!.heading}” stands in ${part.length} rows.`)
  }
  return sheet
}

/** Between two letters, never within one. */
function partsOf(cell: Cell): Cell[] {
  if (typeof cell !== 'string' || cell.length <= mostLetters) return [cell]
  const parts: string[] = []
  for (let from = 0; from < cell.length;) {
    const end = Math.min(from + mostLetters, cell.length)
    const to = end < cell.length && /[\ud800-\udbff]/.test(cell[end - 1]!) ? end - 1 : end
    parts.push(cell.slice(from, to) + (to < cell.length ? '\n(goes on in the next row)' : ''))
    from = to
  }
  return parts
}
