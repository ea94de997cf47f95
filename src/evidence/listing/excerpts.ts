import { parse } from 'csv-parse/sync'
import type { Store } from '../../files/store.js'
import type { StoredFile } from '../../files/tables.js'
import { readableText } from '../../files/receiving/text.js'

const BYTES = 6000
const LINES = 14
const ROWS = 8
const COLUMNS = 8

/** How a text or a table begins, so that it can be known without being opened; nothing for other files. */
export async function excerptOf(store: Store, file: StoredFile): Promise<{ lines?: string; rows?: string[][] }> {
  if (file.mediaType !== 'text/plain' && file.mediaType !== 'text/csv') return {}
  const text = readableText(await beginningOf(store, file))
  if (!text?.trim()) return {}
  if (file.mediaType === 'text/plain') return { lines: text.split(/\r?\n/).slice(0, LINES).join('\n') }
  const rows = rowsIn(text)
  return rows ? { rows } : { lines: text.split(/\r?\n/).slice(0, LINES).join('\n') }
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
      to: ROWS,
    })
    return rows.map(row => row.slice(0, COLUMNS))
  } catch {
    return undefined
  }
}
