import { inks } from '../look/stage-shapes.js'

/** A4 in points, with a wide left margin for the hole punch. */
export const paper = {
  width: 595.28,
  height: 841.89,
  left: 82,
  right: 60,
  top: 64,
  bottom: 78,
}

/** The width of tables and pictures, and the narrower one of lines that are read: about 70 letters. */
export const fullWidth = paper.width - paper.left - paper.right
export const measure = 418

/** The foot of the room for text on a page. */
export const footOfText = paper.height - paper.bottom

/** What can stand on one page. */
export const pageRoom = paper.height - paper.top - paper.bottom

export const colours = {
  ...inks,
  tealPale: '#e2eeeb',
  shade: '#f6f2ea',
  edge: '#7c7a70',
  ochreEdge: '#b47b12',
  white: '#ffffff',
}
