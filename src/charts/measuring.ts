import { faceOf } from '../pdf/lettering/faces.js'
import { size } from './look.js'

/** A reader whose browser falls back to another font has somewhat wider letters. */
const AIR = 1.06
const widths = new Map<string, number>()

/** How wide a line is in the type of our pages, in the units of the chart. There is no canvas to ask, so the font is. */
export function widthOf(text: string, fontSize = size): number {
  let width = 0
  for (const letter of text) width += advanceOf(letter)
  return width * fontSize * AIR
}

function advanceOf(letter: string): number {
  const known = widths.get(letter)
  if (known !== undefined) return known
  const { font } = faceOf('text', { bold: false, italic: false })
  const code = letter.codePointAt(0)!
  const width = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 0.9
  widths.set(letter, width)
  return width
}

/** A name cut into lines that are no wider than this; a single word that is too long is cut too, so that nothing is lost. */
export function wrapped(text: string, width: number, fontSize = size): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap(word => pieces(word, width, fontSize))) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer, fontSize) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].filter(one => one !== '')
}

function pieces(word: string, width: number, fontSize: number): string[] {
  const found: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece && widthOf(piece + letter, fontSize) > width) {
      found.push(piece)
      piece = letter
    } else piece += letter
  }
  return [...found, piece]
}
