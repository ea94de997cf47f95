import { dayOf } from './now.js'

export type Cell = string | number | null

/** A column of a list, described once in the list’s own room: the file of its page and the sheet of a workbook read it. */
export interface Column<Of> {
  heading: string
  kind: 'text' | 'number' | 'day'
  /** How wide it stands in a sheet, in letters. */
  width: number
  /** Of a day, a date or a whole moment as it is stored. */
  cell(of: Of): Cell | undefined
}

export function text<Of>(heading: string, width: number, cell: Column<Of>['cell']): Column<Of> {
  return { heading, kind: 'text', width, cell }
}

/** A number, or the words that say why there is none. */
export function number<Of>(heading: string, width: number, cell: Column<Of>['cell']): Column<Of> {
  return { heading, kind: 'number', width, cell }
}

export function day<Of>(heading: string, cell: (of: Of) => string | null | undefined): Column<Of> {
  return { heading, kind: 'day', width: 13, cell }
}

/** What stands in a column: words, a number, or a day as `2027-03-05`. */
export function cellOf<Of>({ kind, cell }: Column<Of>, of: Of): Cell {
  const value = cell(of) ?? ''
  return kind === 'day' && typeof value === 'string' && value !== '' ? dayOf(value) : value
}
