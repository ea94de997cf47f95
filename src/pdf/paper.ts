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
  /** The width of lines that are read: about 66 letters. */
  measure: number
  /** The column beside the lines that are read, on the outside, where the sheet leaves room for one. */
  margin?: { x: number; width: number }
  /** The foot of the room for text on a page. */
  footOfText: number
  /** The height of what can stand on one page. */
  room: number
}

/** Between the lines that are read and what stands beside them. */
const BESIDE = 18
const LEAST_MARGIN = 80

export function paperOf(sheet: Sheet): Paper {
  const fullWidth = sheet.width - sheet.left - sheet.right
  const measure = Math.min(sheet.longestLine ?? fullWidth, fullWidth)
  const beside = { x: sheet.left + measure + BESIDE, width: fullWidth - measure - BESIDE }
  return {
    magnified: 1,
    ...sheet,
    fullWidth,
    measure,
    ...(beside.width >= LEAST_MARGIN && { margin: beside }),
    footOfText: sheet.height - sheet.bottom,
    room: sheet.height - sheet.top - sheet.bottom,
  }
}

/** A4: at the left room for the hole punch, at the right a column for what stands beside the lines. */
export const a4 = paperOf({
  width: 595.28,
  height: 841.89,
  left: 70,
  right: 44,
  top: 64,
  bottom: 78,
  longestLine: 362,
})

export const colours = {
  ...inks,
  tealPale: '#e2eeeb',
  shade: '#f6f2ea',
  edge: '#7c7a70',
  ochreEdge: '#b47b12',
  white: '#ffffff',
}
