import type { Response } from 'express'
import { stringify } from 'csv-stringify/sync'
import { cellOf, type Column } from './columns.js'

/** Where a line begins that a spreadsheet would run; a negative number alone is a number and nothing to run. */
const runnable = /(?<=^|[\n\v\f\r\u0085\u2028\u2029])(?=[=+\-@\t＝＋－＠])(?!-\d+(?:\.\d+)?(?:[\r\n]|$))|^(?=[\r\n])/g

/** Whether a spreadsheet might run the words, once somebody opens the cell to change it. */
export function looksLikeAFormula(words: string): boolean {
  return words.search(runnable) >= 0
}

/**
 * A CSV file that Excel opens with the right letters. Every text stands between quotation marks and every line of it that
 * a spreadsheet would run as a formula begins with an apostrophe; numbers stand bare, so that they stay numbers.
 */
export function asCsv<Of>(columns: Column<Of>[], things: Of[]): string {
  const rows = [columns.map(one => one.heading), ...things.map(thing => columns.map(one => cellOf(one, thing)))]
  return stringify(
    rows.map(row => row.map(cell => (typeof cell === 'number' ? cell : guarded(cell ?? '')))),
    { bom: true, record_delimiter: '\r\n', quoted_string: true, quoted_empty: true },
  )
}

export function sendCsv<Of>(res: Response, name: string, columns: Column<Of>[], things: Of[]): void {
  sendCsvText(res, name, asCsv(columns, things))
}

/** Sends a list that is CSV already (src/networks/year.ts). */
export function sendCsvText(res: Response, name: string, csv: string): void {
  res.attachment(`${name}.csv`).type('text/csv; charset=utf-8').send(csv)
}

function guarded(words: string): string {
  return words.replace(runnable, "'")
}
