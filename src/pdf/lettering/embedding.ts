import type { Face } from './faces.js'
import type { Press, Reference } from '../file/inside-pdfkit.js'
import type { ShapedGlyph } from './shaping.js'
import { outlinesOf, packedOf, truetypeOf, type Packed } from './font-programs.js'

/** Nothing to read: the dots and marks that a font draws apart from their letter. */
const NOTHING = [0x200b]

/**
 * One face as a PDF holds it: only the glyphs that are drawn, under a number for each reading of each glyph, with their
 * widths and the letters they stand for.
 */
export class EmbeddedFace {
  readonly reference: Reference
  private readonly numbers = new Map<string, string>()
  private readonly known = new Map<ShapedGlyph, string>()
  private readonly glyphs: number[] = [0]
  private readonly widths: number[]
  private readonly letters: number[][] = [NOTHING]

  constructor(
    private readonly press: Press,
    private readonly face: Face,
    readonly id: string,
  ) {
    this.reference = press.ref({})
    this.widths = [(face.font.getGlyph(0).advanceWidth * 1000) / face.font.unitsPerEm]
  }

  /** The number of a glyph as it is written into the page, in hex between angle brackets. */
  numberOf(glyph: ShapedGlyph): string {
    return this.known.get(glyph) ?? this.newNumberOf(glyph)
  }

  private newNumberOf(glyph: ShapedGlyph): string {
    const key = `${glyph.id}:${glyph.letters.join()}`
    let number = this.numbers.get(key)
    if (!number) this.numbers.set(key, (number = this.add(glyph)))
    this.known.set(glyph, number)
    return number
  }

  private add(glyph: ShapedGlyph): string {
    const at = this.glyphs.push(glyph.id) - 1
    this.widths.push(glyph.natural)
    this.letters.push(glyph.letters.length ? glyph.letters : NOTHING)
    return `<${fourHex(at)}>`
  }

  /** Writes the face into the PDF, once everything is drawn. */
  end(): void {
    const { font, tables, name } = this.face
    const own = `${labelOf(this.id)}+${(font.postscriptName ?? name).replace(/[^\w-]/g, '_')}`
    const program = tables ? truetypeOf(this.face, tables, this.glyphs) : outlinesOf(this.face, this.glyphs)
    const descendant = this.ref({
      Type: 'Font',
      Subtype: tables ? 'CIDFontType2' : 'CIDFontType0',
      BaseFont: own,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: this.descriptor(own, program.file),
      W: [0, this.widths],
      ...(program.places && { CIDToGIDMap: this.glyphMap(program.places) }),
    })
    this.reference.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: own,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.stream(packedOf(Buffer.from(toUnicode(this.letters), 'latin1'))),
    }
    this.reference.end()
  }

  private descriptor(name: string, file: Packed): Reference {
    return this.ref({
      Type: 'FontDescriptor',
      FontName: name,
      ...looksOf(this.face),
      StemV: 80,
      ...(this.face.tables
        ? { FontFile2: this.stream(file) }
        : { FontFile3: this.stream(file, { Subtype: 'CIDFontType0C' }) }),
    })
  }

  /** Which outline each number draws: two readings of a glyph share one. */
  private glyphMap(places: Map<number, number>): Reference {
    const map = Buffer.alloc(this.glyphs.length * 2)
    this.glyphs.forEach((glyph, at) => map.writeUInt16BE(places.get(glyph)!, at * 2))
    return this.stream(packedOf(map))
  }

  private ref(data: Record<string, unknown>): Reference {
    const reference = this.press.ref(data)
    reference.end()
    return reference
  }

  private stream({ bytes, length }: Packed, data: Record<string, unknown> = {}): Reference {
    const reference = this.press.ref({ ...data, Length1: length, Filter: 'FlateDecode' })
    reference.end(bytes)
    return reference
  }
}

const looksBefore = new WeakMap<Face, Record<string, unknown>>()

function looksOf(face: Face): Record<string, unknown> {
  let looks = looksBefore.get(face)
  if (!looks) looksBefore.set(face, (looks = readLooks(face)))
  return looks
}

function readLooks({ font }: Face): Record<string, unknown> {
  const scale = 1000 / font.unitsPerEm
  const { minX, minY, maxX, maxY } = font.bbox
  return {
    Flags: 4 | (font.post.isFixedPitch ? 1 : 0) | (font.italicAngle ? 64 : 0),
    FontBBox: [minX, minY, maxX, maxY].map(side => side * scale),
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: (font.capHeight || font.ascent) * scale,
    XHeight: (font.xHeight || 0) * scale,
  }
}

/** Six capital letters before the name of a font that is not whole (ISO 32000-1, 9.6.4). */
function labelOf(id: string): string {
  const number = Number(id.slice(1))
  return `ENQ${[676, 26, 1].map(place => String.fromCharCode(65 + (Math.floor(number / place) % 26))).join('')}`
}

function toUnicode(letters: number[][]): string {
  const entries = letters.map(
    codePoints =>
      `<${String.fromCodePoint(...codePoints)
        .split('')
        .map(unit => fourHex(unit.charCodeAt(0)))
        .join('')}>`,
  )
  const ranges = Array.from({ length: Math.ceil(entries.length / 256) }, (_, at) => {
    const some = entries.slice(at * 256, (at + 1) * 256)
    return `<${fourHex(at * 256)}> <${fourHex(at * 256 + some.length - 1)}> [${some.join(' ')}]`
  })
  const blocks = Array.from({ length: Math.ceil(ranges.length / 100) }, (_, at) => {
    const some = ranges.slice(at * 100, (at + 1) * 100)
    return `${some.length} beginbfrange\n${some.join('\n')}\nendbfrange`
  })
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange',
    ...blocks,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
  ].join('\n')
}

function fourHex(number: number): string {
  return number.toString(16).padStart(4, '0')
}
