import { sizeOf } from '../../documents/svg.js'
import type { Emoji } from './emoji.js'
import type { Pen } from '../pen.js'
import { drawSvg } from '../svg-drawing.js'
import { tag, type Tag } from '../file/tags.js'
import type { Piece } from './words.js'

/** How far it goes below the foot of letters. */
const BELOW = 0.2

/**
 * Draws an emoji where its letters would stand: a picture with its name to a screen reader, and the emoji itself to whoever
 * copies the text or searches it: an unseen space beneath says it.
 */
export function drawEmoji(
  pen: Pen,
  piece: Piece,
  { name, drawing }: Emoji,
  parent: Tag,
  x: number,
  foot: number,
): void {
  const side = piece.width
  const top = foot + side * BELOW - side
  const own = tag('Figure', parent, { alt: name, box: [x, top, x + side, top + side], inLine: true })
  pen.within(own, () => {
    pen.unseen(piece, x, foot)
    pen.apart(() => {
      const box = sizeOf(drawing)
      pen.press
        .translate(x, top)
        .scale(side / box.width)
        .translate(-box.x, -box.y)
      drawSvg(pen, drawing)
    })
  })
}
