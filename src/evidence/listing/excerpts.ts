import { parse } from 'csv-parse/sync'
import type { Store } from '../../files/store.js'
import type { StoredFile } from '../../files/tables.js'
import { readableText } from '../../files/receiving/text.js'

const BYTES = 6000
const LINES = 14
/** Beneath the headings. */
const ROWS = 8
const COLUMNS = 8

export interface Excerpt {
  lines?: string
  /** The headings, and the rows beneath them. */
  rows?: string[][]
  /** There is more of it than is shown. */
  goesOn?: boolean
}

/** How a text or a table begins, so that it can be known without being opened; nothing for other files. */
export async function excerptOf(store: Store, file: StoredFile): Promise<Excerpt> {
  if (file.mediaType !== 'text/plain' && file.mediaType !== 'text/csv') return {}
  const text = readableText(await beginningOf(store, file))
  if (!text?.trim()) return {}
  const goesOn = file.bytes > BYTES
  const rows = file.mediaType === 'text/csv' ? rowsIn(text) : undefined
  if (rows) return { rows: rows.slice(0, ROWS + 1), goesOn: goesOn || rows.length > ROWS + 1 }
  const lines = text.trimEnd().split(/\r?\n/)
  return { lines: lines.slice(0, LINES).join('\n'), goesOn: goesOn || lines.length > LINES }
}

/** Whole lines only: a letter cut in half would make the rest unreadable. */
async function beginningOf(store: Store, file: StoredFile): Promise<Buffer> {
  const chunks: Buffer[] = []
  const stream = await store.read(file.storedAs, { start: 0, end: Math.min(BYTES, file.bytes) - 1 })
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  return file.bytes > BYTES ? bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1) : bytes
}

function rowsIn(text: string): string[][] | undefined {
  try {
    const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ','
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: ROWS + 2,
    })
    return rows.map(row => row.slice(0, COLUMNS))
  } catch {
    return undefined
  }
}
