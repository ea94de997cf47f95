import { CsvError, parse } from 'csv-parse/sync'
import { lookInsideOffice } from '../../files/receiving/office.js'
import { readCellsOf } from '../../files/reading/reading-texts.js'
import { wrongMarkIn } from '../../files/receiving/quotation-marks.js'
import { looksLikeAPage, readableText } from '../../files/receiving/text.js'

/** The cells of a sheet as words, with the line that each row stood on in the file. */
export interface Sheet {
  rows: { line: number; cells: string[] }[]
  /** Its name in a workbook. */
  name?: string
  /** The workbook’s other sheets that have something to read. */
  others?: Sheet[]
  /** What stands in the workbook and was not read, such as `2 hidden rows`. */
  leftOut?: string[]
}

export type ReadSheet = Sheet | { refused: string }

export const largestSheet = 5 * 1024 * 1024
export const mostRows = 20_000
const mostColumns = 60
const mostSheets = 12
const longestCell = 500
const mostUnpacked = 80 * 1024 * 1024

/** Reads a CSV file or the words that somebody pasted: commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252. */
export function readCsv(bytes: Uint8Array): ReadSheet {
  const text = readableText(bytes)
  if (text === undefined) return { refused: 'This is not plain text. Save the sheet as CSV or xlsx, and choose that.' }
  if (looksLikeAPage(text))
    return { refused: 'This looks like a web page. Save the sheet as CSV or xlsx, and choose that.' }
  const words = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
  const delimiter = separatorOf(words)
  try {
    const records: { record: string[]; info: { lines: number } }[] = parse(words, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      to: mostRows + 2,
    }) as never
    const rows = records.map(({ record, info }) => ({ line: info.lines, cells: record }))
    return bounded(rows.filter(row => row.cells.some(cell => cell !== '')))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = wrongMarkIn(words, delimiter, true) ?? (Number(error.lines) || 1)
    return { refused: `We stopped at line ${line}: a quotation mark is opened there and not closed.` }
  }
}

/** The sign that cuts the first lines most evenly, what stands between quotation marks left aside. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 10)
  const score = (sign: string) => {
    const counts = lines.map(line => line.split(sign).length - 1)
    const same = counts.filter(count => count === counts[0]).length
    return (counts[0] ?? 0) === 0 ? 0 : same * 100 + counts[0]!
  }
  return ['\t', ';', ','].reduce((best, sign) => (score(sign) > score(best) ? sign : best))
}

/**
 * Reads the sheets of an xlsx file that have something to read. Formulas count as the values that they last had; nothing
 * in the file is run.
 * @throws BadInput (503) when many are being read
 */
export async function readXlsx(path: string): Promise<ReadSheet> {
  const finding = await lookInsideOffice(path, 'xlsx', mostUnpacked)
  if (finding !== 'fine')
    return { refused: `This workbook cannot be read: it ${REASONS[finding]}. Save the sheet as CSV, and choose that.` }
  const workbook = await readCellsOf(path)
  if (!workbook) return { refused: 'This workbook could not be read. Save the sheet as CSV, and choose that.' }
  if (workbook.stoppedAt)
    return {
      refused: `There is something in a cell as far as ${workbook.stoppedAt}, which is more than can be read. Take away what stands there, or keep only the rows and columns that matter.`,
    }
  const read = workbook.sheets.slice(0, mostSheets).map(({ name, rows }) => ({
    name,
    sheet: bounded(
      rows.map((cells, at) => ({ line: at + 1, cells })).filter(row => row.cells.some(cell => cell.trim() !== '')),
    ),
  }))
  const readable = read.flatMap(({ name, sheet }) => ('refused' in sheet ? [] : [{ ...sheet, name }]))
  const [first, ...others] = readable
  if (!first) return read[0]?.sheet ?? { refused: 'There is no sheet in this workbook.' }
  const rows = readable.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const { leftOut } = workbook
  return rows > mostRows * 2 ? { ...first, leftOut } : { ...first, others, leftOut }
}

const REASONS = {
  'not what it says': 'is no xlsx file',
  'has macros': 'holds macros',
  'is locked': 'has a password or is of an older kind',
  'unpacks too large': 'unpacks to far more than it should',
}

function bounded(rows: Sheet['rows']): ReadSheet {
  if (rows.length < 2)
    return { refused: 'There is a heading row and at least one row of numbers to read, but we found fewer.' }
  if (rows.length > mostRows + 1)
    return { refused: `There are more than ${mostRows.toLocaleString('en-GB')} rows. Send the file in parts.` }
  const wide = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  if (wide > mostColumns)
    return { refused: `There are ${wide} columns. Keep those that matter, at most ${mostColumns}.` }
  const cells = (row: string[]) =>
    Array.from({ length: wide }, (_, at) =>
      (row[at] ?? '')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, longestCell),
    )
  return { rows: rows.map(row => ({ line: row.line, cells: cells(row.cells) })) }
}
