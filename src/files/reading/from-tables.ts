import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'
import { readableText } from '../text.js'
import { asFound, type Reading } from './words-found.js'
import { dayOnCalendar } from '../../web/now.js'

const MOST_ROWS = 20_000

/** A CSV table as lines, its cells parted by tabs; as it stands when it is no table after all. */
export async function readCsv(path: string): Promise<Reading> {
  const text = readableText(await readFile(path)) ?? ''
  try {
    const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ','
    const rows: string[][] = parse(text, { delimiter, bom: true, relax_column_count: true, to: MOST_ROWS })
    return asFound([asLines(rows)], rows.length < MOST_ROWS, false)
  } catch {
    return asFound([text], true, false)
  }
}

/** Each sheet is a page that begins with its name. */
export async function readWorkbook(path: string): Promise<Reading> {
  const sheets = await readExcel(path)
  const pages = sheets.map(({ sheet, data }) => `${sheet}\n${asLines(data.slice(0, MOST_ROWS))}`)
  return asFound(
    pages,
    sheets.every(({ data }) => data.length <= MOST_ROWS),
  )
}

function asLines(rows: unknown[][]): string {
  return rows.map(row => row.map(asCell).join('\t')).join('\n')
}

function asCell(cell: unknown): string {
  if (cell instanceof Date) return dayOnCalendar(cell.getTime())
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return typeof cell === 'string' ? cell.replace(/\s+/g, ' ') : ''
}
