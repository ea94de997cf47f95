import { colours } from '../paper.js'
import type { Pen } from '../pen.js'

/** @param x of the middle of the first, whose radius is given */
export function drawDots(pen: Pen, x: number, y: number, filled: number, radius: number): void {
  for (let dot = 0; dot < 3; dot++)
    pen.apart(() => {
      const circle = pen.press.circle(x + dot * radius * 3.2, y, radius).lineWidth(radius * 0.3)
      if (dot < filled) circle.fillAndStroke(colours.teal, colours.teal)
      else circle.fillAndStroke(colours.white, colours.teal)
    })
}
