import type { Response } from 'express'
import { stringify } from 'csv-stringify/sync'

/** A cell that a spreadsheet would run as a formula gets a leading apostrophe. */
export function safeCell(cell: string | number | null): string | number {
  if (typeof cell !== 'string') return cell ?? ''
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell
}

/** Sends rows as a CSV file that Excel opens with the right letters. */
export function sendCsv(res: Response, name: string, head: string[], rows: (string | number | null)[][]): void {
  const body = stringify(
    [head, ...rows].map(row => row.map(safeCell)),
    { bom: true, record_delimiter: '\r\n' },
  )
  res.attachment(`${name}.csv`).type('text/csv; charset=utf-8').send(body)
}
