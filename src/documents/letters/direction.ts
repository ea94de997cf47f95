import bidiFactory from 'bidi-js'

const bidi = bidiFactory()
const FROM_RIGHT =
  '\\u0590-\\u08ff\\u200f\\u202b\\u202e\\u2067\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1eeff}'
const MAY_TURN = new RegExp(`[${FROM_RIGHT}]`, 'u')
const LETTERS = /\p{L}/gu

/** The direction of a paragraph and of each letter in it. */
export interface Direction {
  /** Whether the paragraph as a whole begins at the right. */
  rightToLeft: boolean
  /** The level of each code unit (odd ones run from right to left), or undefined where all run from left to right. */
  levels: Uint8Array | undefined
}

/**
 * Whether some text as a whole begins at the right: what most of its letters do. An English sentence that begins with a name
 * in Arabic letters stays an English sentence, and one in Urdu that quotes an English word one in Urdu.
 */
export function readsFromTheRight(text: string): boolean {
  if (!MAY_TURN.test(text)) return false
  let [right, left] = [0, 0]
  for (const [letter] of text.matchAll(LETTERS)) {
    if (MAY_TURN.test(letter)) right++
    else left++
  }
  return right > left || (right > 0 && right === left && MAY_TURN.test(text.match(LETTERS)![0]))
}

/** Part of a text, from one place to before another. */
export interface Stretch {
  from: number
  to: number
}

/** A list of names is several stretches; a sentence with a comma is one. */
const WORDS_IN_A_NAME = 4
const BETWEEN_NAMES = /[,;/|]/g

/**
 * The stretches of a text that run against the direction of the whole: names and quotations. Each is taken for itself, so
 * that a number or comma that follows it stays with the words around.
 */
export function stretchesAgainst(text: string, rightToLeft: boolean): Stretch[] {
  if (!rightToLeft && !MAY_TURN.test(text)) return []
  const found: Stretch[] = []
  let open = false
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\u200c\u200d]+/gu)) {
    const against = MAY_TURN.test(word) !== rightToLeft
    const last = found.at(-1)
    const to = index + word.length
    if (against && open && last && !/[()[\]{}\n]/.test(text.slice(last.to, index))) last.to = to
    else if (against) found.push({ from: index, to })
    open = against
  }
  return found.flatMap(stretch => namesIn(text, stretch))
}

function namesIn(text: string, { from, to }: Stretch): Stretch[] {
  const words = text.slice(from, to)
  const parts = words.split(BETWEEN_NAMES)
  if (parts.some(part => part.trim().split(/\s+/).length > WORDS_IN_A_NAME)) return [{ from, to }]
  let at = from
  return parts.flatMap(part => {
    const own = { from: at + part.length - part.trimStart().length, to: at + part.trimEnd().length }
    at += part.length + 1
    return own.to > own.from ? [own] : []
  })
}

const ISOLATE = { fromLeft: '\u2066', fromRight: '\u2067', end: '\u2069' }

/**
 * The direction of a paragraph and of each letter in it, by the Unicode bidirectional algorithm (UAX 9), with whatever runs
 * against it isolated.
 */
export function directionOf(text: string, rightToLeft = readsFromTheRight(text)): Direction {
  if (!rightToLeft && !MAY_TURN.test(text)) return { rightToLeft: false, levels: undefined }
  const stretches = stretchesAgainst(text, rightToLeft)
  let isolated = ''
  let done = 0
  const added = new Set<number>()
  const add = (mark: string) => {
    added.add(isolated.length)
    isolated += mark
  }
  for (const { from, to } of stretches) {
    isolated += text.slice(done, from)
    add(rightToLeft ? ISOLATE.fromLeft : ISOLATE.fromRight)
    isolated += text.slice(from, to)
    add(ISOLATE.end)
    done = to
  }
  isolated += text.slice(done)
  const { levels } = bidi.getEmbeddingLevels(isolated, rightToLeft ? 'rtl' : 'ltr')
  return { rightToLeft, levels: levels.filter((_, at) => !added.has(at)) }
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
