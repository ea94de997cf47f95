import { dayOnCalendar } from '../../web/now.js'
import readExcel from 'read-excel-file/universal'
import { countedWorkbook } from './counted-workbook.js'

export interface Workbook {
  sheets: { name: string; rows: string[][] }[]
  /** The cell at which reading stopped, when the sheets go on farther than may be read. */
  stoppedAt?: string
}

/** Beyond this the tables of all sheets together would not be held in memory: rows from the first one, times columns. */
const MOST_CELLS = 1_500_000
/** A text that many cells share is written out for each of them. */
const MOST_LETTERS = 20_000_000
const MOST_SHEETS = 100

/**
 * The cells of an xlsx file as words; days as 2025-10-07, formulas as the values that they last had. They are counted
 * before they are built, because the library makes every cell between the first one and the farthest.
 * @throws Error when it cannot be read
 */
export async function readCells(path: string): Promise<Workbook> {
  const { bytes, stoppedAt } = await countedWorkbook(path, MOST_CELLS)
  const sheets = await readExcel(bytes)
  let letters = 0
  const counted = (cell: unknown) => {
    const words = wordsOfCell(cell)
    letters += words.length
    if (letters > MOST_LETTERS) throw new Error('There is more text in this workbook than can be read')
    return words
  }
  return {
    sheets: sheets
      .slice(0, MOST_SHEETS)
      .map(({ sheet, data }) => ({ name: sheet, rows: data.map(row => row.map(counted)) })),
    ...(stoppedAt ? { stoppedAt } : {}),
  }
}

function wordsOfCell(cell: unknown): string {
  if (cell instanceof Date) return dayOnCalendar(cell.getTime())
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : ''
}
