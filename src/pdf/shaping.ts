import type { Face } from './faces.js'

/** Letters as one face draws them, from left to right; lengths in thousandths of the size. */
export interface Shaped {
  glyphs: ShapedGlyph[]
  width: number
  /** Whether the glyphs, read one by one, give the text back. */
  faithful: boolean
}

export interface ShapedGlyph {
  id: number
  letters: number[]
  advance: number
  /** The advance that the font itself gives the glyph. */
  natural: number
  x: number
  y: number
}

const KEPT = 60_000
const shapedBefore = new Map<Face, Map<string, Shaped>>()

/** Shapes a word, or remembers how it was shaped. */
export function shape(face: Face, text: string, rightToLeft: boolean, tabular = false): Shaped {
  let known = shapedBefore.get(face)
  if (!known || known.size > KEPT) shapedBefore.set(face, (known = new Map<string, Shaped>()))
  const key = `${rightToLeft ? '<' : '>'}${tabular ? '#' : ''}${text}`
  let shaped = known.get(key)
  if (!shaped) known.set(key, (shaped = shapeAnew(face, text, rightToLeft, tabular)))
  return shaped
}

/** Some fonts' rules fail on some words; such a word is drawn letter by letter, rather than not at all. */
function shapeAnew(face: Face, text: string, rightToLeft: boolean, tabular: boolean): Shaped {
  try {
    const shaped = byTheRules(face, text, rightToLeft, tabular)
    if (shaped.glyphs.every(glyph => glyph.id !== 0)) return shaped
  } catch {
    // drawn letter by letter below
  }
  return letterByLetter(face, text, rightToLeft)
}

/** The font's own memory of glyphs is emptied first: it would answer with the letters of an earlier word. */
function byTheRules(face: Face, text: string, rightToLeft: boolean, tabular: boolean): Shaped {
  const { font } = face
  font._glyphs = {}
  const features = tabular && font.availableFeatures.includes('tnum') ? ['tnum'] : undefined
  const run = font.layout(text, features, undefined, undefined, rightToLeft ? 'rtl' : 'ltr')
  const scale = 1000 / font.unitsPerEm
  const glyphs = run.glyphs.map((glyph, at) => {
    const { xAdvance, xOffset, yOffset } = run.positions[at]!
    return {
      id: glyph.id,
      letters: glyph.codePoints,
      advance: xAdvance * scale,
      natural: glyph.advanceWidth * scale,
      x: xOffset * scale,
      y: yOffset * scale,
    }
  })
  return finished(glyphs, text)
}

function letterByLetter(face: Face, text: string, rightToLeft: boolean): Shaped {
  const scale = 1000 / face.font.unitsPerEm
  const letters = [...text].map(letter => letter.codePointAt(0)!).filter(letter => face.covers(letter))
  const glyphs = letters.map(letter => {
    const glyph = face.font.glyphForCodePoint(letter)
    const advance = glyph.advanceWidth * scale
    return { id: glyph.id, letters: [letter], advance, natural: advance, x: 0, y: 0 }
  })
  return finished(rightToLeft ? glyphs.reverse() : glyphs, text)
}

function finished(glyphs: ShapedGlyph[], text: string): Shaped {
  if (glyphs.length === 1) glyphs[0]!.letters = [...text].map(letter => letter.codePointAt(0)!)
  return {
    glyphs,
    width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
    faithful: String.fromCodePoint(...glyphs.flatMap(glyph => glyph.letters)) === text,
  }
}
