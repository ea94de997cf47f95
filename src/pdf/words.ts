import LineBreaker from 'linebreak'
import { coverageOf } from './coverage.js'
import { directionOf, mirrored, type Direction } from './direction.js'
import type { Face } from './faces.js'
import { shape, type Shaped } from './shaping.js'
import type { Span } from './spans.js'

/** A piece of a word in one face, one look and one direction, ready to be drawn. */
export interface Piece {
  text: string
  span: Span
  face: Face
  shaped: Shaped
  level: number
  size: number
  width: number
  /** Text that is drawn as something else, such as a letter that no font has. */
  instead?: string
}

/** What must stay together on a line, and the space that follows it. */
export interface Word {
  pieces: Piece[]
  width: number
  space: Piece[]
  spaceWidth: number
}

export interface Words {
  words: Word[]
  rightToLeft: boolean
}

/** A stretch of spans between two line breaks, cut where a line may end (UAX 14). */
export function wordsOf(spans: Span[]): Words {
  const text = spans.map(span => span.text).join('')
  const direction = directionOf(text)
  const words: Word[] = []
  const breaker = new LineBreaker(text)
  let from = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    words.push(wordAt(spans, text, from, next.position, direction))
    from = next.position
  }
  return { words, rightToLeft: direction.rightToLeft }
}

function wordAt(spans: Span[], text: string, from: number, to: number, direction: Direction): Word {
  let end = to
  while (end > from && /[ \u3000]/.test(text[end - 1]!)) end--
  const pieces = piecesBetween(spans, from, end, direction)
  const space = piecesBetween(spans, end, to, direction)
  return { pieces, width: widthOf(pieces), space, spaceWidth: widthOf(space) }
}

function piecesBetween(spans: Span[], from: number, to: number, { levels }: Direction): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const span of spans) {
    const end = start + span.text.length
    for (let at = Math.max(from, start); at < Math.min(to, end);) {
      const stop = endOfLevel(levels, at, Math.min(to, end))
      pieces.push(...piecesOf(span.text.slice(at - start, stop - start), span, levels?.[at] ?? 0))
      at = stop
    }
    start = end
    if (start >= to) break
  }
  return pieces
}

function endOfLevel(levels: Uint8Array | undefined, from: number, to: number): number {
  if (!levels) return to
  let at = from + 1
  while (at < to && levels[at] === levels[from]) at++
  return at
}

/** The pieces of some text of one look and one direction. */
export function piecesOf(text: string, span: Span, level: number): Piece[] {
  return coverageOf(text, span.type).map(({ text: covered, face, instead }) => {
    const rightToLeft = level % 2 === 1
    const shaped = shape(face, rightToLeft ? mirrored(covered) : covered, rightToLeft, span.type.tabular)
    const size = span.type.size * face.scale
    const width = (shaped.width * size) / 1000
    return {
      text: instead ?? covered,
      span,
      face,
      shaped,
      level,
      size,
      width,
      ...(instead !== undefined && { instead }),
    }
  })
}

export function widthOf(pieces: Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0)
}
