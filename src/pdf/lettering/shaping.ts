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

/**
 * Shapes a word. Some fonts' rules fail on some words; such a word is drawn letter by letter, rather than not at all.
 */
export function shape(face: Face, text: string, rightToLeft: boolean, tabular = false): Shaped {
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
    return shared(face, {
      id: glyph.id,
      letters: glyph.codePoints,
      advance: xAdvance * scale,
      natural: glyph.advanceWidth * scale,
      x: xOffset * scale,
      y: yOffset * scale,
    })
  })
  return finished(glyphs, text)
}

/** A space that is read as some letters: what stands beneath their picture. */
export function unseen(face: Face, text: string): Shaped {
  const { glyphs } = shape(face, ' ', false)
  const letters = [...text].map(letter => letter.codePointAt(0)!)
  return { glyphs: [{ ...glyphs[0]!, letters }], width: glyphs[0]!.advance, faithful: true }
}

const usual = new WeakMap<Face, Map<number, ShapedGlyph>>()

/** Letters that stand as their font has them are one and the same in all words: most are. */
function shared(face: Face, glyph: ShapedGlyph): ShapedGlyph {
  if (glyph.x !== 0 || glyph.y !== 0 || glyph.advance !== glyph.natural || glyph.letters.length !== 1) return glyph
  let known = usual.get(face)
  if (!known) usual.set(face, (known = new Map<number, ShapedGlyph>()))
  const twin = known.get(glyph.id)
  if (twin && twin.letters[0] === glyph.letters[0]) return twin
  known.set(glyph.id, glyph)
  return glyph
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
  const [first] = glyphs
  if (glyphs.length === 1 && String.fromCodePoint(...first!.letters) !== text)
    return finished([{ ...first!, letters: [...text].map(letter => letter.codePointAt(0)!) }], text)
  return {
    glyphs,
    width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
    faithful: String.fromCodePoint(...glyphs.flatMap(glyph => glyph.letters)) === text,
  }
}
