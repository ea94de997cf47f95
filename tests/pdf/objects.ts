import { inflateSync } from 'node:zlib'

/** The objects of a PDF as ours are written (each on its own, none in object streams): the dictionary's text, and the stream. */
export interface PdfObject {
  number: number
  text: string
  stream: Buffer | undefined
}

export interface PdfFile {
  objects: Map<number, PdfObject>
  trailer: string
}

/** Takes a PDF apart by its table of places, which also proves that table. */
export function takenApart(bytes: Buffer): PdfFile {
  const all = bytes.toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(all)![1])
  const [, count] = /^xref\n0 (\d+)\n/.exec(all.slice(start))!.map(Number)
  const table = all.slice(all.indexOf('\n', start + 5) + 1)
  const objects = new Map<number, PdfObject>()
  for (let number = 1; number < count!; number++) {
    const place = Number(table.slice(number * 20, number * 20 + 10))
    objects.set(number, objectAt(bytes, all, number, place))
  }
  return { objects, trailer: all.slice(all.indexOf('trailer', start)) }
}

function objectAt(bytes: Buffer, all: string, number: number, place: number): PdfObject {
  const head = `${number} 0 obj\n`
  if (all.slice(place, place + head.length) !== head) throw new Error(`object ${number} is not at its place`)
  const from = place + head.length
  const length = Number(/^(?:(?!endobj)[^])*?\/Length (\d+)/.exec(all.slice(from, from + 4000))?.[1])
  const marker = all.indexOf('\nstream\n', from)
  const end = all.indexOf('\nendobj', from)
  if (marker < 0 || marker > end) return { number, text: all.slice(from, end), stream: undefined }
  const text = all.slice(from, marker)
  const raw = bytes.subarray(marker + 8, marker + 8 + length)
  if (all.slice(marker + 8 + length, marker + 18 + length) !== '\nendstream') throw new Error(`stream ${number} is cut`)
  return { number, text, stream: /\/Filter \/FlateDecode/.test(text) ? inflateSync(raw) : raw }
}

/** The object that a key refers to. */
export function referred(file: PdfFile, text: string, key: string): PdfObject | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(text)
  return found ? file.objects.get(Number(found[1])) : undefined
}

/** All objects whose dictionary says this. */
export function saying({ objects }: PdfFile, words: RegExp): PdfObject[] {
  return [...objects.values()].filter(({ text }) => words.test(text))
}
