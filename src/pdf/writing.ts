import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'

/** Words on pages pack nearly as small at this level as at the highest, in a third of the time. */
const PACKED = { level: 4 }

const MOST_WORDS = 1 << 16

/** What PDFKit keeps of a numbered object of the file until it is written. */
interface Numbered {
  id: number
  data: Record<string, unknown>
  compress: boolean
  words: string
  buffer: Uint8Array[]
  offset: number
  document: Writing
}

interface Writing {
  _offset: number
  _write(data: Uint8Array | string): void
  _refEnd(reference: Numbered): void
}

/** PDFKit's own document, as far as its types leave it out. */
const Document = PDFDocument as unknown as new (options: object) => {
  _offset: number
  ref(data?: Record<string, unknown>): Numbered
  end(): void
}

/**
 * PDFKit with one difference: what it writes is gathered here as words and turned into bytes in large pieces, rather than
 * each operator and each line of the file on its own.
 */
export class GatheringDocument extends Document {
  declare private said: string
  declare private pieces: Uint8Array[]

  /** The whole file, once it is ended. */
  get bytes(): Buffer {
    this.settle()
    return Buffer.concat(this.pieces)
  }

  _write(data: Uint8Array | string): void {
    if (typeof data === 'string') {
      this.said = `${this.said ?? ''}${data}\n`
      this._offset += data.length + 1
      if (this.said.length > MOST_WORDS) this.settle()
      return
    }
    this.settle()
    this.pieces.push(data)
    this._offset += data.length
  }

  override ref(data?: Record<string, unknown>): Numbered {
    const reference = super.ref(data)
    reference.words = ''
    return Object.assign(reference, { write: gather, finalize: finish })
  }

  private settle(): void {
    this.pieces ??= []
    if (this.said) this.pieces.push(Buffer.from(this.said, 'latin1'))
    this.said = ''
  }
}

function gather(this: Numbered, chunk: Uint8Array | string): void {
  if (typeof chunk === 'string') {
    this.words += `${chunk}\n`
    return
  }
  takeWords(this)
  this.buffer.push(chunk)
}

function takeWords(reference: Numbered): void {
  if (reference.words === '') return
  reference.buffer.push(Buffer.from(reference.words, 'latin1'))
  reference.words = ''
}

function finish(this: Numbered): void {
  takeWords(this)
  const { document, data } = this
  this.offset = document._offset
  const plain = this.buffer.length > 1 ? Buffer.concat(this.buffer) : this.buffer[0]
  this.buffer = []
  if (!plain) {
    document._write(`${this.id} 0 obj\n${written(data)}\nendobj`)
    document._refEnd(this)
    return
  }
  const bytes = this.compress ? deflateSync(plain, PACKED) : plain
  data.Length = bytes.length
  if (this.compress) data.Filter = 'FlateDecode'
  document._write(`${this.id} 0 obj\n${written(data)}\nstream`)
  document._write(bytes)
  document._write('\nendstream\nendobj')
  document._refEnd(this)
}

/** A value as a PDF writes it (ISO 32000-1, 7.3): a name is a string here, and words are a `String`, as PDFKit has it. */
function written(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6)
  if (typeof value === 'string') return `/${value}`
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return listed(value)
  if (value instanceof String) return wordsWritten(value.valueOf())
  if (value instanceof Date) return `(D:${value.toISOString().replace(/\.\d+|[-:T]/g, '')})`
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return dictionary(value)
  return (value as { toString(): string }).toString()
}

function listed(values: unknown[]): string {
  let said = '['
  for (let at = 0; at < values.length; at++) said += (at > 0 ? ' ' : '') + written(values[at])
  return `${said}]`
}

function dictionary(value: object): string {
  let said = '<<'
  for (const [key, one] of Object.entries(value)) if (one !== undefined) said += `\n/${key} ${written(one)}`
  return `${said}\n>>`
}

const ESCAPED: Record<string, string> = {
  '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\\': '\\\\', '(': '\\(', ')': '\\)',
} // prettier-ignore

function wordsWritten(words: string): string {
  const bytes = /[^\u0000-\u007f]/.test(words) ? `\u00fe\u00ff${bigEndian(words)}` : words
  return `(${bytes.replace(/[\n\r\t\b\f()\\]/g, character => ESCAPED[character]!)})`
}

function bigEndian(words: string): string {
  return Buffer.from(words, 'utf16le').swap16().toString('latin1')
}
