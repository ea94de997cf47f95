import { inks } from '../look/stage-shapes.js'

/** A sheet and its margins, in points. */
export interface Sheet {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  /** The longest line that is read with ease, where the sheet is wider than that. */
  longestLine?: number
  /** How many times larger than its measures everything comes out: a poster on A1 is set on A4 and drawn 2.83 times as large. */
  magnified?: number
}

/** A sheet and what follows from it. */
export interface Paper extends Sheet {
  magnified: number
  /** The width of tables and pictures. */
  fullWidth: number
  /** The width of lines that are read: about 70 letters. */
  measure: number
  /** The foot of the room for text on a page. */
  footOfText: number
  /** The height of what can stand on one page. */
  room: number
}

export function paperOf(sheet: Sheet): Paper {
  const fullWidth = sheet.width - sheet.left - sheet.right
  return {
    magnified: 1,
    ...sheet,
    fullWidth,
    measure: Math.min(sheet.longestLine ?? fullWidth, fullWidth),
    footOfText: sheet.height - sheet.bottom,
    room: sheet.height - sheet.top - sheet.bottom,
  }
}

/** A4, with a wide left margin for the hole punch. */
export const a4 = paperOf({
  width: 595.28,
  height: 841.89,
  left: 82,
  right: 60,
  top: 64,
  bottom: 78,
  longestLine: 418,
})

export const colours = {
  ...inks,
  tealPale: '#e2eeeb',
  shade: '#f6f2ea',
  edge: '#7c7a70',
  ochreEdge: '#b47b12',
  white: '#ffffff',
}
