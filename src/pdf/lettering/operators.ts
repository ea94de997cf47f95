import type { Lettering } from './lettering.js'
import { round } from '../rounding.js'
import type { Shaped, ShapedGlyph } from './shaping.js'
import type { Piece } from './words.js'

/** Letters as the page's content says them: whole words at once where they all stand on the line, else each in its place. */
export class LetterOperators {
  private readonly words = new Map<Shaped, string | undefined>()

  constructor(private readonly lettering: Lettering) {}

  /** Pieces of one look, side by side from `x`, with their foot at `y`. */
  for(pieces: Piece[], x: number, y: number): string {
    const { face, size } = pieces[0]!
    const words = pieces.map(piece => this.written(piece))
    const begin = `BT /${this.lettering.nameOfFace(face)} ${round(size)} Tf 1 0 0 -1 ${round(x)} ${round(y)} Tm`
    if (words.every(word => word !== undefined)) return `${begin} [${words.join('').replaceAll('><', '')}] TJ ET`
    return `${begin} ${this.oneByOne(pieces, x, y)} ET`
  }

  /** A word whose letters all stand on the line, as it is written into the page; undefined where some stand above or below. */
  private written({ face, shaped }: Piece): string | undefined {
    if (this.words.has(shaped)) return this.words.get(shaped)
    const flat = shaped.glyphs.every(glyph => glyph.x === 0 && glyph.y === 0)
    const word = flat
      ? shaped.glyphs.map(glyph => this.lettering.numberOf(face, glyph) + kerned(glyph)).join('')
      : undefined
    this.words.set(shaped, word)
    return word
  }

  private oneByOne(pieces: Piece[], x: number, y: number): string {
    const { face, size } = pieces[0]!
    const out: string[] = []
    let at = x
    for (const glyph of pieces.flatMap(({ shaped }) => shaped.glyphs)) {
      const across = at + (glyph.x * size) / 1000
      const up = y - (glyph.y * size) / 1000
      out.push(`1 0 0 -1 ${round(across)} ${round(up)} Tm ${this.lettering.numberOf(face, glyph)} Tj`)
      at += (glyph.advance * size) / 1000
    }
    return out.join(' ')
  }
}

/** How far the next letter moves back, where the font wants the two closer or further apart than usual. */
function kerned({ natural, advance }: ShapedGlyph): string {
  const back = natural - advance
  return Math.abs(back) > 0.05 ? ` ${round(back)} ` : ''
}
