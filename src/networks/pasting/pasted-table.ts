import { CsvError, parse } from 'csv-parse/sync'
import { wrongMarkIn } from '../../files/receiving/quotation-marks.js'
import { folded } from '../../words/folded.js'
import { visible } from '../../words/visible.js'

/** A column that a list can have: its title, and what others call it. */
export interface PastedColumn {
  title: string
  also?: string[]
  needed?: true
  /** It may stand in several columns, one for each of these lists of what that one is called: first name, then last name. */
  inParts?: string[][]
}

export interface PastedLine {
  line: number
  /** The line as it was pasted, shortened. */
  cells: string
  /** What stands under a title; nothing where the list has no such column. */
  cell(title: string): string
}

/** A line that cannot be taken as it is, and why. */
export interface LineMistake {
  line: number
  cells: string
  because: string
}

export type PastedTable = { lines: PastedLine[] } | LineMistake

const shortened = 200

/** Said of a list without a line. */
export const nothingToRead = 'There is nothing to read yet. Paste the rows, or choose a CSV file.'

/**
 * Reads rows as they are copied from a spreadsheet (tabs), or saved from one (commas, semicolons, quotation marks). The first line may
 * name the columns, in any order; without it they stand in their own order.
 * @param most lines that are read; one more is, so that it can be said where the list goes on
 * @param isRow whether a first line that names no column is a row already
 */
export function pastedTable(
  pasted: string,
  columns: PastedColumn[],
  most: number,
  isRow: (first: string) => boolean,
): PastedTable {
  const text = pasted
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .replace(/^\s*\n/, '')
  if (!text) return { line: 1, cells: '', because: nothingToRead }
  const firstLine = text.split('\n', 1)[0]!
  const rows = rowsIn(text, firstLine, most + 2)
  if (!Array.isArray(rows)) return rows
  const titles = rows[0]!.record.map(cell => titleOf(columns, cell))
  const isHead = titles.some(Boolean)
  if (!isHead && isRow(firstLine)) return { lines: rows.map(row => lineOf(row, namesOf(columns))) }
  const missing = columns.filter(one => one.needed && !isThere(one, titles)).map(one => one.title)
  if (missing.length === 0) return { lines: rows.slice(1).map(row => lineOf(row, titles)) }
  return {
    line: 1,
    cells: firstLine.slice(0, shortened),
    because: `The first line must name the columns ${namesOf(columns).join(', ')}. Missing: ${missing.join(', ')}.`,
  }
}

interface Row {
  record: string[]
  info: { lines: number }
}

function rowsIn(text: string, firstLine: string, to: number): Row[] | LineMistake {
  const delimiter = ['\t', ';', ','].find(sign => firstLine.includes(sign)) ?? ','
  const asRead = { delimiter, to, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }
  try {
    // Copied cells have no quotation marks of their own: an inch or a nickname is one of the words.
    return parse(text, { ...asRead, ...(delimiter === '\t' ? { relax_quotes: true } : {}) }) as never
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = wrongMarkIn(text, delimiter, delimiter === '\t') ?? (Number(error.lines) || 1)
    return { line, cells: '', because: 'A quotation mark is opened here and not closed.' }
  }
}

function isThere({ title, inParts }: PastedColumn, titles: (string | undefined)[]): boolean {
  return titles.includes(title) || (inParts?.every((_, part) => titles.includes(partOf(title, part))) ?? false)
}

function lineOf({ record, info }: Row, titles: (string | undefined)[]): PastedLine {
  const at = (title: string) => visible((record[titles.indexOf(title)] ?? '').replace(/\s+/g, ' ').trim())
  return {
    line: info.lines,
    cells: record.filter(Boolean).join(', ').slice(0, shortened),
    cell: title =>
      titles.includes(title) ? at(title) : [at(partOf(title, 0)), at(partOf(title, 1))].filter(Boolean).join(' '),
  }
}

/** What a column is called here, whatever spaces, hyphens and capitals it is written with: `E-mail Address`, `EstablishmentName`. */
function titleOf(columns: PastedColumn[], cell: string): string | undefined {
  const words = plainTitle(cell)
  if (!words) return undefined
  for (const { title, also = [], inParts = [] } of columns) {
    if ([title, ...also].some(one => plainTitle(one) === words)) return title
    const part = inParts.findIndex(names => names.some(one => plainTitle(one) === words))
    if (part >= 0) return partOf(title, part)
  }
  return undefined
}

const plainTitle = (words: string) => folded(words).replace(/[^\p{L}\p{N}]/gu, '')
const partOf = (title: string, part: number) => `${title}, part ${part + 1}`

const namesOf = (columns: PastedColumn[]) => columns.map(one => one.title)
