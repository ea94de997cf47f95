import { clustersOf } from '../../documents/letters/clusters.js'
import { readsFromTheRight } from '../../documents/letters/direction.js'
import type { Span } from './spans.js'
import type { Type } from '../type.js'
import { piecesOf, textOfSpans, widthOf, wordsInSpans, type Piece, type Word } from './words.js'

/** One line, ready to be drawn: its pieces in reading order, and its own height. */
export interface Line {
  pieces: Piece[]
  /** Without the space at its end. */
  width: number
  spaceAtEnd: number
  height: number
  /** From the top of the line to the foot of its letters. */
  baseline: number
  rightToLeft: boolean
}

/** The notes that are first marked in some lines. */
export function notesOn(lines: Line[]): number[] {
  const notes: number[] = []
  for (const { pieces } of lines) for (const { span } of pieces) if (span.note !== undefined) notes.push(span.note)
  return notes
}

/** Lines of at most this width. A word that is wider than a whole line is broken between letters. */
export function linesOf(spans: Span[], width: number, type: Type): Line[] {
  const fromRight = readsFromTheRight(textOfSpans(spans))
  return hardLines(spans).flatMap(between => wrapped(between, width, type, fromRight))
}

/** The width of the longest word and of the whole on one line, for working out the columns of a table. */
export function widthsOf(spans: Span[]): { longest: number; whole: number } {
  let longest = 0
  let whole = 0
  for (const between of hardLines(spans)) {
    const { words } = wordsInSpans(between)
    longest = Math.max(longest, ...words.map(word => word.width))
    whole = Math.max(
      whole,
      words.reduce((sum, word) => sum + word.width + word.spaceWidth, 0),
    )
  }
  return { longest, whole }
}

function hardLines(spans: Span[]): Span[][] {
  const lines: Span[][] = [[]]
  for (const span of spans) {
    span.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...span, text })
    })
  }
  return lines
}

function wrapped(spans: Span[], width: number, type: Type, fromRight: boolean): Line[] {
  const { words, rightToLeft } = wordsInSpans(spans, fromRight)
  const parts = words.every(word => word.width <= width) ? words : words.flatMap(word => broken(word, width))
  return evened(parts, width, type.face === 'heading' ? 0.4 : 0.12).map(line => lineFrom(line, type, rightToLeft))
}

/** Where the last line would hold a lone word, the lines above give it company, as long as that makes no line more. */
function evened(words: Word[], width: number, least: number): Word[][] {
  const lines = filled(words, width)
  if (lines.length < 2 || widthOfLine(lines.at(-1)!) >= width * least) return lines
  let best = lines
  for (const narrower of [0.97, 0.94, 0.9, 0.86, 0.8, 0.74, 0.68]) {
    const closer = filled(words, width * narrower)
    if (closer.length > lines.length) break
    if (widthOfLine(closer.at(-1)!) > widthOfLine(best.at(-1)!)) best = closer
    if (widthOfLine(best.at(-1)!) >= width * least) break
  }
  return best
}

function filled(words: Word[], width: number): Word[][] {
  const lines: Word[][] = [[]]
  let used = 0
  for (const word of words) {
    if (lines.at(-1)!.length > 0 && used + word.width > width + 0.01) {
      lines.push([])
      used = 0
    }
    lines.at(-1)!.push(word)
    used += word.width + word.spaceWidth
  }
  return lines
}

function widthOfLine(words: Word[]): number {
  let width = 0
  for (const word of words) width += word.width + word.spaceWidth
  return width
}

function broken(word: Word, width: number): Word[] {
  if (word.width <= width) return [word]
  const parts: Word[] = []
  for (const piece of word.pieces) parts.push(...brokenPiece(piece, width))
  const last = parts.at(-1)!
  last.space = word.space
  last.spaceWidth = word.spaceWidth
  return parts
}

/** Letters are measured one by one, so that a word of any length is broken quickly. */
function brokenPiece(piece: Piece, width: number): Word[] {
  if (piece.width <= width || piece.instead !== undefined) return [asWord([piece])]
  const parts: Word[] = []
  let text = ''
  let used = 0
  for (const cluster of clustersOf(piece.text)) {
    const more = widthOf(piecesOf(cluster, piece.span, piece.level))
    if (text !== '' && used + more > width) {
      parts.push(asWord(piecesOf(text, piece.span, piece.level)))
      text = ''
      used = 0
    }
    text += cluster
    used += more
  }
  return [...parts, asWord(piecesOf(text, piece.span, piece.level))]
}

function asWord(pieces: Piece[]): Word {
  return { pieces, width: widthOf(pieces), space: [], spaceWidth: 0 }
}

function lineFrom(words: Word[], type: Type, rightToLeft: boolean): Line {
  const level = rightToLeft ? 1 : 0
  const last = words.at(-1)
  const pieces: Piece[] = []
  for (const word of words) {
    pieces.push(...word.pieces)
    if (word !== last) pieces.push(...word.space)
    else for (const piece of word.space) pieces.push(piece.level === level ? piece : { ...piece, level })
  }
  const spaceAtEnd = last?.spaceWidth ?? 0
  return { pieces, width: widthOf(pieces) - spaceAtEnd, spaceAtEnd, rightToLeft, ...heightOf(pieces, type) }
}

/** A line is as high as its type says, and higher where a script of tall letters stands in it. */
function heightOf(pieces: Piece[], type: Type): { height: number; baseline: number } {
  let above = type.size * 0.95
  let below = type.size * 0.3
  for (const { face, size } of pieces) {
    if (size <= type.size) continue
    const { ascent, descent, unitsPerEm } = face.font
    above = Math.max(above, (ascent / unitsPerEm) * size)
    below = Math.max(below, (-descent / unitsPerEm) * size)
  }
  const height = Math.max(type.leading, above + below)
  return { height, baseline: (height - above - below) / 2 + above }
}
