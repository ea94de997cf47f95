/** The parts we use of packages that bring no types of their own. */
declare module 'fontkit' {
  export interface Glyph {
    id: number
    codePoints: number[]
    advanceWidth: number
  }
  export interface GlyphRun {
    glyphs: Glyph[]
  }
  export interface Font {
    unitsPerEm: number
    ascent: number
    descent: number
    postscriptName?: string
    bbox: { minX: number; minY: number; maxX: number; maxY: number }
    italicAngle: number
    capHeight: number
    xHeight: number
    post: { isFixedPitch: number }
    getGlyph(id: number): Glyph
    createSubset(): { glyphs: number[]; encode(): Uint8Array }
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string, features?: string[]): GlyphRun
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}

declare module 'bidi-js' {
  export interface Levels {
    levels: Uint8Array
    paragraphs: { start: number; end: number; level: number }[]
  }
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): Levels
    getMirroredCharacter(character: string): string | null
  }
}
