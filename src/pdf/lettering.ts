import type { Face } from './faces.js'
import type { EmbeddedFont, Press } from './inside-pdfkit.js'
import type { ShapedGlyph } from './shaping.js'

/** Nothing to read: the dots and marks that a font draws apart from their letter. */
const NOTHING = [0x200b]

/**
 * The faces of one PDF. Each glyph gets a number for each reading of it, so that one that stands for two letters
 * (a space and a no-break space, a letter and its twin in another script) can still be copied and read aloud right.
 */
export class Lettering {
  private readonly fonts = new Map<Face, { font: EmbeddedFont; numbers: Map<string, string>; taken: Set<number> }>()

  constructor(private readonly press: Press) {}

  /** The name of a face on the page that is being drawn. */
  nameOf(face: Face): string {
    const { font } = this.known(face)
    this.press.page.fonts[font.id] ??= font.ref()
    return font.id
  }

  /** The number of a glyph as it is written into the page. */
  numberOf(face: Face, glyph: ShapedGlyph): string {
    const known = this.known(face)
    const key = `${glyph.id}:${glyph.letters.join()}`
    let number = known.numbers.get(key)
    if (!number) known.numbers.set(key, (number = this.addGlyph(known, glyph)))
    return number
  }

  private addGlyph({ font, taken }: { font: EmbeddedFont; taken: Set<number> }, glyph: ShapedGlyph): string {
    const at = taken.has(glyph.id) ? font.subset.glyphs.push(glyph.id) - 1 : font.subset.includeGlyph(glyph.id)
    taken.add(glyph.id)
    font.widths[at] = glyph.natural
    font.unicode[at] = glyph.letters.length ? glyph.letters : NOTHING
    return `<${at.toString(16).padStart(4, '0')}>`
  }

  private known(face: Face) {
    let known = this.fonts.get(face)
    if (!known) {
      this.press.font(face.font, face.name)
      known = { font: this.press._font, numbers: new Map(), taken: new Set() }
      this.fonts.set(face, known)
    }
    return known
  }
}
