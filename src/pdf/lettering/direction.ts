import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
const MAY_TURN =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u

export interface Direction {
  /** Whether the paragraph as a whole begins at the right. */
  rightToLeft: boolean
  /** The level of each code unit (odd ones run from right to left), or undefined where all run from left to right. */
  levels: Uint8Array | undefined
}

/** The direction of a paragraph and of each letter in it, by the Unicode bidirectional algorithm (UAX 9). */
export function directionOf(text: string): Direction {
  if (!MAY_TURN.test(text)) return { rightToLeft: false, levels: undefined }
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text)
  return { rightToLeft: (paragraphs[0]?.level ?? 0) % 2 === 1, levels }
}

/** Whether some text as a whole begins at the right. */
export function beginsAtTheRight(text: string): boolean {
  return directionOf(text.slice(0, 500)).rightToLeft
}

/** Brackets and arrows as they are drawn within text from right to left. */
export function mirrored(text: string): string {
  return [...text].map(character => bidi.getMirroredCharacter(character) ?? character).join('')
}

/** Pieces of a line in the order in which they stand on paper, from left to right (rule L2 of UAX 9). */
export function onPaper<T extends { level: number }>(pieces: T[]): T[] {
  const highest = Math.max(0, ...pieces.map(piece => piece.level))
  let order = pieces
  for (let level = highest; level > 0; level--) order = turned(order, level)
  return order
}

function turned<T extends { level: number }>(pieces: T[], level: number): T[] {
  const order: T[] = []
  let run: T[] = []
  for (const piece of pieces) {
    if (piece.level >= level) run.push(piece)
    else {
      order.push(...run.reverse(), piece)
      run = []
    }
  }
  return [...order, ...run.reverse()]
}
