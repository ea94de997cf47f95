import { EmbeddedFace } from './embedding.js'
import type { Face } from './faces.js'
import type { Press } from '../file/inside-pdfkit.js'
import type { ShapedGlyph } from './shaping.js'

/**
 * The faces of one PDF. Each glyph gets a number for each reading of it, so that one that stands for two letters
 * (a space and a no-break space, a letter and its twin in another script) can still be copied and read aloud right.
 */
export class Lettering {
  private readonly faces = new Map<Face, EmbeddedFace>()

  constructor(private readonly press: Press) {}

  /** The name of a face on the page that is being drawn. */
  nameOfFace(face: Face): string {
    const own = this.known(face)
    this.press.page.fonts[own.id] ??= own.reference
    return own.id
  }

  /** The number of a glyph as it is written into the page. */
  numberOf(face: Face, glyph: ShapedGlyph): string {
    return this.known(face).numberOf(glyph)
  }

  /** Writes the faces into the PDF. */
  end(): void {
    for (const face of this.faces.values()) face.end()
  }

  private known(face: Face): EmbeddedFace {
    let known = this.faces.get(face)
    if (!known) this.faces.set(face, (known = new EmbeddedFace(this.press, face, `F${this.faces.size + 1}`)))
    return known
  }
}
