/** All slides stand on one grid, in points: a screen as wide as projectors are, with type of three sizes. */
export const screen = { width: 960, height: 540 }
export const margin = 48
export const sizes = { title: 34, words: 24, small: 18 } as const
export const title = { x: margin, y: 44, width: screen.width - 2 * margin, height: 92 }
/** What stands under the title. */
export const body = { x: margin, y: 152, width: screen.width - 2 * margin, height: 318 }
export const foot = { y: 496, height: 26 }
const gap = 44

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** One column, or two that share the width. */
export function columns([left, right]: [number, number], both: boolean): [Box, Box] {
  if (!both) return [body, body]
  const room = body.width - gap
  const width = (room * left) / (left + right)
  return [
    { ...body, width },
    { ...body, x: body.x + width + gap, width: room - width },
  ]
}

/** A place as PowerPoint’s files have it, in inches. */
export function inInches({ x, y, width, height }: Box) {
  return { x: x / 72, y: y / 72, w: width / 72, h: height / 72 }
}

/** How high words stand that are wrapped to a width: a guess by the usual width of letters. */
export function heightOfWords(words: string, size: number, width: number): number {
  const letters = Math.max(1, Math.floor(width / (size * 0.52)))
  return words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0) * size * 1.3
}
