/** The parts we use of packages that bring no types of their own. */
declare module 'fontkit' {
  export interface Glyph {
    id: number
    codePoints: number[]
    advanceWidth: number
  }
  export interface GlyphRun {
    glyphs: Glyph[]
    positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
  }
  export interface Font {
    unitsPerEm: number
    ascent: number
    descent: number
    availableFeatures: string[]
    postscriptName?: string
    bbox: { minX: number; minY: number; maxX: number; maxY: number }
    italicAngle: number
    capHeight: number
    xHeight: number
    post: { isFixedPitch: number }
    getGlyph(id: number): Glyph
    createSubset(): { glyphs: number[]; encode(): Uint8Array }
    /** Glyphs that were asked for before, each with the letters of the first asking. */
    _glyphs: Record<number, Glyph>
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string, features?: string[], script?: string, language?: string, direction?: 'ltr' | 'rtl'): GlyphRun
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
