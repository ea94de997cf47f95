import { inflateSync } from 'node:zlib'

/** The tables of a TrueType font file, by name. */
export type Tables = Map<string, Buffer>

const COMPOSITE = { words: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 }
const KEPT = ['cvt ', 'fpgm', 'prep']

/** Reads the tables of a `.ttf` or `.woff` file (W3C WOFF 1.0); undefined where its outlines are not TrueType's. */
export function tablesOf(file: Buffer): Tables | undefined {
  const tables = allTables(file)
  return tables.has('glyf') && tables.has('loca') ? tables : undefined
}

/** A font file as it is before it is packed as `.woff`; others are given back. */
export function plainFile(file: Buffer): Buffer {
  return isPacked(file) ? fontFile([...allTables(file)]) : file
}

function isPacked(file: Buffer): boolean {
  return file.toString('latin1', 0, 4) === 'wOFF'
}

function allTables(file: Buffer): Tables {
  const woff = isPacked(file)
  const tables: Tables = new Map()
  for (let at = 0; at < file.readUInt16BE(woff ? 12 : 4); at++) {
    const entry = woff ? 44 + at * 20 : 12 + at * 16
    const name = file.toString('latin1', entry, entry + 4)
    const offset = file.readUInt32BE(entry + (woff ? 4 : 8))
    const length = file.readUInt32BE(entry + (woff ? 8 : 12))
    const bytes = file.subarray(offset, offset + length)
    const packed = woff && length < file.readUInt32BE(entry + 12)
    tables.set(name, packed ? inflateSync(bytes) : bytes)
  }
  return tables
}

/**
 * A font file of these glyphs alone, numbered in the order in which they are given; parts of composed glyphs follow.
 * @param glyphs the first must be 0, the glyph for what a font does not have
 */
export function subsetOf(tables: Tables, glyphs: number[]): Buffer {
  const kept = [...glyphs]
  const numbers = new Map(kept.map((glyph, at) => [glyph, at]))
  const outlines: Buffer[] = []
  for (let at = 0; at < kept.length; at++) outlines.push(outlineOf(tables, kept[at]!, kept, numbers))
  return fontFile([
    ...KEPT.flatMap((name): [string, Buffer][] => (tables.has(name) ? [[name, tables.get(name)!]] : [])),
    ['glyf', Buffer.concat(outlines)],
    ['head', changed(tables.get('head')!, head => void (head.writeUInt32BE(0, 8), head.writeInt16BE(1, 50)))],
    ['hhea', changed(tables.get('hhea')!, hhea => void hhea.writeUInt16BE(kept.length, 34))],
    ['hmtx', advancesOf(tables, kept)],
    ['loca', placesOf(outlines)],
    ['maxp', changed(tables.get('maxp')!, maxp => void maxp.writeUInt16BE(kept.length, 4))],
  ])
}

function outlineOf(tables: Tables, glyph: number, kept: number[], numbers: Map<number, number>): Buffer {
  const bytes = rawOutline(tables, glyph)
  if (bytes.length < 10 || bytes.readInt16BE(0) >= 0) return padded(bytes)
  return padded(
    changed(bytes, own => {
      let flags = COMPOSITE.more
      for (let at = 10; flags & COMPOSITE.more;) {
        flags = own.readUInt16BE(at)
        own.writeUInt16BE(numberOf(own.readUInt16BE(at + 2), kept, numbers), at + 2)
        at += 4 + (flags & COMPOSITE.words ? 4 : 2)
        at += flags & COMPOSITE.scale ? 2 : flags & COMPOSITE.twoScales ? 4 : flags & COMPOSITE.matrix ? 8 : 0
      }
    }),
  )
}

function numberOf(glyph: number, kept: number[], numbers: Map<number, number>): number {
  let number = numbers.get(glyph)
  if (number === undefined) numbers.set(glyph, (number = kept.push(glyph) - 1))
  return number
}

function rawOutline(tables: Tables, glyph: number): Buffer {
  const loca = tables.get('loca')!
  const long = tables.get('head')!.readInt16BE(50) === 1
  const place = (at: number) => (long ? loca.readUInt32BE(at * 4) : loca.readUInt16BE(at * 2) * 2)
  return tables.get('glyf')!.subarray(place(glyph), place(glyph + 1))
}

function advancesOf(tables: Tables, glyphs: number[]): Buffer {
  const hmtx = tables.get('hmtx')!
  const measured = tables.get('hhea')!.readUInt16BE(34)
  const advances = Buffer.alloc(glyphs.length * 4)
  glyphs.forEach((glyph, at) => {
    const advance = hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4)
    const bearing =
      glyph < measured ? hmtx.readInt16BE(glyph * 4 + 2) : hmtx.readInt16BE(measured * 4 + (glyph - measured) * 2)
    advances.writeUInt16BE(advance, at * 4)
    advances.writeInt16BE(bearing, at * 4 + 2)
  })
  return advances
}

function placesOf(outlines: Buffer[]): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  let at = 0
  outlines.forEach((outline, number) => loca.writeUInt32BE((at += outline.length), (number + 1) * 4))
  return loca
}

/** Tables in alphabetical order, each with its checksum, as the OpenType specification lays a file out. */
function fontFile(tables: [string, Buffer][]): Buffer {
  const head = Buffer.alloc(12 + tables.length * 16)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(tables.length, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((tables.length - power) * 16, 10)
  let offset = head.length
  const bodies = tables.map(([name, bytes], at) => {
    const body = padded(bytes)
    const entry = 12 + at * 16
    head.write(name, entry, 'latin1')
    head.writeUInt32BE(checksum(body), entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(bytes.length, entry + 12)
    offset += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function changed(bytes: Buffer, change: (own: Buffer) => void): Buffer {
  const own = Buffer.from(bytes)
  change(own)
  return own
}

function padded(bytes: Buffer): Buffer {
  const over = bytes.length % 4
  return over ? Buffer.concat([bytes, Buffer.alloc(4 - over)]) : bytes
}
