import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Establishment } from '../tables.js'
import { QuotationMarks } from '../../files/receiving/quotation-marks.js'
import { partsOfText } from '../../files/receiving/text.js'
import { folded } from '../../words/folded.js'

export type ExtractRow = Omit<Establishment, 'importedAt'>

/** What is wrong with a file, and at which of its lines (the heading is line 1). */
export interface ExtractMistake {
  line: number | null
  text: string
}

/** Lines with a mistake stay out, and the others come in; a file of which no line can be read is refused. */
export type ExtractReading =
  | { ok: true; rows: ExtractRow[]; leftOut: { lines: number; first: ExtractMistake[] } }
  | { ok: false; mistakes: ExtractMistake[] }

// The columns of the extract that the Department for Education publishes as "Get Information about Schools".
const columns = {
  urn: 'URN',
  name: 'EstablishmentName',
  phase: 'PhaseOfEducation (name)',
  roll: 'NumberOfPupils',
  town: 'Town',
  postcode: 'Postcode',
  localAuthority: 'LA (name)',
} as const

const statusColumn = 'EstablishmentStatus (name)'
const mistakesShown = 20

/**
 * Reads the government's establishment extract: comma-separated, in UTF-8, UTF-16 or Windows-1252, with at least the seven columns
 * above. Closed schools are passed over where the file tells which they are.
 */
export async function readExtract(path: string): Promise<ExtractReading> {
  const text = await partsOfText(path)
  if (text === undefined)
    return refused(
      null,
      'This is not a text file. Choose the CSV file as it was downloaded, not a spreadsheet or a zip.',
    )

  const marks = new QuotationMarks(',')
  const parser = Readable.from(followed(text, marks)).pipe(
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 200_000 }),
  )

  const rows = new Map<string, ExtractRow>()
  const mistakes: ExtractMistake[] = []
  let wrong = 0
  let head: Map<string, number> | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!head) {
        head = new Map(record.map((title, place) => [title.trim(), place]))
        const missing = Object.values(columns).filter(title => !head!.has(title))
        if (missing.length > 0)
          return refused(1, `The first line must name the columns. Missing: ${missing.join(', ')}.`)
        continue
      }
      const row = rowOf(record, head)
      if (typeof row === 'string') {
        wrong += 1
        if (mistakes.length < mistakesShown) mistakes.push({ line: info.lines, text: row })
      } else if (row) rows.set(row.urn, row)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refused(
      marks.wrongAt() ?? (Number(error.lines) || null),
      'The line is not well-formed: a quotation mark is opened there and not closed, or stands where none belongs.',
    )
  }
  if (!head) return refused(1, 'The file is empty.')
  if (rows.size === 0 && mistakes.length > 0) return { ok: false, mistakes }
  if (rows.size === 0) return refused(2, 'There is no school in the file beneath its first line.')
  return { ok: true, rows: [...rows.values()], leftOut: { lines: wrong, first: mistakes } }
}

/** A row; a sentence of what is wrong with it; or nothing for a school that has closed. */
function rowOf(record: string[], head: Map<string, number>): ExtractRow | string | null {
  const cell = (title: string) => (record[head.get(title) ?? -1] ?? '').trim()
  if (record.length < head.size)
    return `The line has ${record.length} cells where the first line names ${head.size} columns.`
  if (cell(statusColumn) === 'Closed') return null

  const urn = cell(columns.urn)
  const name = cell(columns.name)
  const pupils = cell(columns.roll)
  if (!/^\d{1,8}$/.test(urn)) return `URN must be a number, but it is “${urn.slice(0, 40)}”.`
  if (!name) return `The school with URN ${urn} has no name.`
  if (pupils && !/^\d{1,5}$/.test(pupils))
    return `NumberOfPupils must be a number or empty, but it is “${pupils.slice(0, 40)}”.`

  const town = cell(columns.town)
  const postcode = cell(columns.postcode)
  const localAuthority = cell(columns.localAuthority)
  return {
    urn,
    name,
    phase: cell(columns.phase).replace('Not applicable', ''),
    roll: pupils ? Number(pupils) : null,
    town,
    postcode,
    localAuthority,
    folded: folded(`${name} ${town} ${postcode} ${localAuthority} ${urn}`),
  }
}

async function* followed(text: AsyncIterable<string>, marks: QuotationMarks): AsyncGenerator<string> {
  for await (const part of text) {
    marks.take(part)
    yield part
  }
}

function refused(line: number | null, text: string): ExtractReading {
  return { ok: false, mistakes: [{ line, text }] }
}
