import { plural } from '../../words/words.js'
import { dayIn, isHeldBack, numberIn } from './reading-cells.js'
import type { Sheet } from './reading-sheets.js'

type Row = Sheet['rows'][number]

/** A table as it was found in a sheet: one heading row, then rows that are all of the same kind. */
export interface Table {
  rows: Row[]
  /** What was passed over, each in a sentence for the reader. */
  notes: string[]
}

const TOTAL =
  /^(grand |sub-?|network |all )*(totals?|sum|average|mean|median|overall|all (schools|pupils|children)|cyfanswm|cyfartaledd)\b[: ]*$/i

/**
 * People write a title above their table, put two heading rows on top of each other with merged cells, repeat the headings
 * on each page, and end with totals and notes. All of that is passed over here, and said.
 */
export function findTable(sheet: Sheet): Table {
  const rows = sheet.rows.filter(row => row.cells.some(cell => cell !== ''))
  const notes: string[] = []
  const top = headingAt(rows)
  if (top > 0) notes.push(`${linesOf(rows.slice(0, top))} above the headings ${top === 1 ? 'is' : 'are'} passed over.`)
  const second = isSecondHeading(rows[top], rows[top + 1])
  const head = second ? merged(rows[top]!, rows[top + 1]!) : rows[top]!
  if (second) notes.push('Two heading rows stand on top of each other. They are read as one.')
  const body = rows.slice(top + (second ? 2 : 1))
  const totals = body.filter(isTotal)
  const again = body.filter(row => !isTotal(row) && sameWords(row, rows[top]!))
  const remarks = body.filter(row => !isTotal(row) && isRemark(row, head))
  const out = new Set([...totals, ...again, ...remarks])
  if (totals.length > 0)
    notes.push(
      `${linesOf(totals)}: ${totals.length === 1 ? 'a total' : 'totals'}, left out. Sums are made here, where small numbers are held back.`,
    )
  if (again.length > 0) notes.push(`${linesOf(again)}: the headings once more, left out.`)
  if (remarks.length > 0) notes.push(`${linesOf(remarks)}: a remark and no row of the table, left out.`)
  return { rows: [head, ...body.filter(row => !out.has(row))], notes }
}

/** The first row of nearly full width, of words and not of numbers; the first row of all where there is none. */
function headingAt(rows: Row[]): number {
  const widths = rows.slice(0, 200).map(filledIn)
  const usual = [...widths].sort((one, other) => one - other)[widths.length >> 1] ?? 0
  const at = rows.slice(0, 20).findIndex(row => {
    const filled = row.cells.filter(cell => cell !== '')
    const values = filled.filter(isValue)
    return filled.length >= 2 && filled.length >= usual * 0.5 && values.length <= filled.length / 3
  })
  return Math.max(0, at)
}

function isValue(cell: string): boolean {
  return numberIn(cell) !== undefined || dayIn(cell) !== undefined || isHeldBack(cell)
}

function filledIn(row: Row): number {
  return row.cells.filter(cell => cell !== '').length
}

/** Merged cells leave holes in the upper row, under which the lower one has words; it has no word under the others. */
function isSecondHeading(upper: Row | undefined, lower: Row | undefined): boolean {
  if (!upper || !lower) return false
  const holes = upper.cells.flatMap((cell, at) => (cell === '' && lower.cells[at] !== '' ? [at] : []))
  const words = lower.cells.filter(cell => cell !== '')
  return holes.length > 0 && words.length < lower.cells.length && words.every(cell => !isValue(cell))
}

function merged(upper: Row, lower: Row): Row {
  let over = ''
  const cells = upper.cells.map((cell, at) => {
    const under = lower.cells[at] ?? ''
    over = cell || (under ? over : '')
    return [over, under].filter(Boolean).join(', ')
  })
  return { line: upper.line, cells }
}

function isTotal(row: Row): boolean {
  const first = row.cells.find(cell => cell !== '') ?? ''
  return TOTAL.test(first)
}

function sameWords(row: Row, head: Row): boolean {
  return filledIn(row) > 1 && row.cells.every((cell, at) => cell === head.cells[at])
}

/** One cell of several words in a table of three columns and more. */
function isRemark(row: Row, head: Row): boolean {
  if (filledIn(row) !== 1 || filledIn(head) < 3) return false
  const cell = row.cells.find(one => one !== '')!
  return cell.split(/\s+/).length >= 3 && !isValue(cell)
}

const mostLinesNamed = 6

function linesOf(rows: Row[]): string {
  const lines = rows.map(row => row.line)
  if (lines.length === 1) return `Line ${lines[0]}`
  if (lines.length > mostLinesNamed) return plural(lines.length, 'line', 'lines')
  return `Lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`
}
