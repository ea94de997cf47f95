import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { stringify } from 'csv-stringify/sync'
import { type Cell, cellOf, type Column } from './columns.js'

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
  return headingsOf(columns) + linesOf(columns, things)
}

export function sendCsv<Of>(res: Response, name: string, columns: Column<Of>[], things: Of[]): void {
  sendCsvText(res, name, asCsv(columns, things))
}

/** Sends a list that is CSV already (src/networks/year.ts). */
export function sendCsvText(res: Response, name: string, csv: string): void {
  res.attachment(`${name}.csv`).type('text/csv; charset=utf-8').send(csv)
}

/**
 * Sends a list of any length a part after the other, as its reader takes it: no more than a part is held at once. Whoever goes
 * away ends it. A mistake before the first part is a page like any other; one after it breaks the connection off, so that a list
 * that was cut short looks like one.
 * @param parts each read when the one before it has gone out
 */
export async function sendCsvInParts<Of>(
  res: Response,
  name: string,
  columns: Column<Of>[],
  parts: AsyncGenerator<Of[]>,
): Promise<void> {
  const first = await parts.next()
  res.attachment(`${name}.csv`).type('text/csv; charset=utf-8')
  if (res.req.method === 'HEAD') {
    await parts.return(undefined)
    return void res.end()
  }
  try {
    await pipeline(linesInParts(columns, first, parts), res)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

async function* linesInParts<Of>(
  columns: Column<Of>[],
  first: IteratorResult<Of[], unknown>,
  parts: AsyncGenerator<Of[]>,
): AsyncGenerator<string> {
  try {
    yield headingsOf(columns)
    for (let part = first; !part.done; part = await parts.next()) yield linesOf(columns, part.value)
  } finally {
    await parts.return(undefined)
  }
}

function headingsOf<Of>(columns: Column<Of>[]): string {
  return inLines([columns.map(one => one.heading)], true)
}

function linesOf<Of>(columns: Column<Of>[], things: Of[]): string {
  return inLines(things.map(thing => columns.map(one => cellOf(one, thing))))
}

function inLines(rows: Cell[][], bom = false): string {
  return stringify(
    rows.map(row => row.map(cell => (typeof cell === 'number' ? cell : guarded(cell ?? '')))),
    { bom, record_delimiter: '\r\n', quoted_string: true, quoted_empty: true },
  )
}

function guarded(words: string): string {
  return words.replace(runnable, "'")
}
