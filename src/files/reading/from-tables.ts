import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { readableText } from '../receiving/text.js'
import { readCells } from './workbook/cells.js'
import { asFound, MOST_LETTERS, type WordsFound } from './words-found.js'

const MOST_ROWS = 20_000

/** A CSV table as lines, its cells parted by tabs; as it stands when it is no table after all. */
export async function readCsv(path: string): Promise<WordsFound> {
  const text = readableText(await readFile(path)) ?? ''
  try {
    const first = text.split('\n')[0] ?? ''
    const delimiter = ['\t', ';'].find(sign => first.includes(sign)) ?? ','
    const rows: string[][] = parse(text, { delimiter, bom: true, relax_column_count: true, to: MOST_ROWS })
    const { words, isWhole } = asLines(rows)
    return asFound([words], isWhole && rows.length < MOST_ROWS, false)
  } catch {
    return asFound([text], true, false)
  }
}

/** Each sheet is a page that begins with its name. */
export async function readWorkbook(path: string): Promise<WordsFound> {
  const { sheets, stoppedAt, leftOut } = await readCells(path)
  const pages = sheets.map(({ name, rows }) => {
    const { words, isWhole } = asLines(rows.slice(0, MOST_ROWS))
    return { words: `${name}\n${words}`, isWhole: isWhole && rows.length <= MOST_ROWS }
  })
  const found = asFound(
    pages.map(page => page.words),
    !stoppedAt && pages.every(page => page.isWhole),
  )
  return { ...found, leftOut }
}

/** As many lines as may be kept: far more is not written out only to be cut off. */
function asLines(rows: string[][]): { words: string; isWhole: boolean } {
  const lines: string[] = []
  let letters = 0
  for (const row of rows) {
    const line = row.map(cell => cell.replace(/\s+/g, ' ')).join('\t')
    letters += line.length
    lines.push(line)
    if (letters > MOST_LETTERS) break
  }
  return { words: lines.join('\n'), isWhole: lines.length === rows.length }
}
