import LineBreaker from 'linebreak'
import { coverageOf } from './coverage.js'
import { directionOf } from '../../documents/letters/direction.js'
import { EMOJI_SIZE, type Emoji } from './emoji.js'
import type { Face } from './faces.js'
import { shape, unseen, type Shaped } from './shaping.js'
import type { Span } from './spans.js'
import type { Type } from '../type.js'

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
  instead: string | undefined
  /** What is drawn in its place. */
  picture: Emoji | undefined
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

/**
 * A stretch of spans between two line breaks, cut where a line may end (UAX 14).
 * @param fromRight whether the paragraph that it is of begins at the right
 */
export function wordsInSpans(spans: Span[], fromRight?: boolean): Words {
  const text = textOfSpans(spans)
  const { levels, rightToLeft } = directionOf(text, fromRight)
  const words: Word[] = []
  const breaker = new LineBreaker(text)
  const kept = keptWhole(text)
  let keeping = 0
  const cut = cutter(spans, levels)
  let from = 0
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const to = next.position
    while (kept[keeping] && kept[keeping]!.to <= to) keeping++
    if (kept[keeping] && kept[keeping]!.from < to) continue
    let end = to
    while (end > from && isSpace(text.charCodeAt(end - 1))) end--
    const pieces = cut(end)
    const space = cut(to)
    words.push({ pieces, width: widthOf(pieces), space, spaceWidth: widthOf(space) })
    from = to
  }
  return { words, rightToLeft }
}

/** Dates, years of pupils and sums with their unit are read in one go: no line ends within them. */
const IN_ONE_GO =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b|\b(?:Year|Years|Class|Room|Key Stage|KS|page|Edition) \d{1,2}\b|\b\d[\d,.]{0,9} (?:%|per cent|days?|hours?|minutes?|weeks?|terms?|pupils?|pieces?|schools?)\b/g

function keptWhole(text: string): { from: number; to: number }[] {
  if (!/\d/.test(text)) return []
  return [...text.matchAll(IN_ONE_GO)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
}

export function textOfSpans(spans: Span[]): string {
  return spans.length === 1 ? spans[0]!.text : spans.map(span => span.text).join('')
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x3000
}

/** Gives the pieces from where it stopped before to a place further on. */
function cutter(spans: Span[], levels: Uint8Array | undefined): (to: number) => Piece[] {
  let at = 0
  let which = 0
  let start = 0
  return to => {
    const pieces: Piece[] = []
    while (at < to) {
      const span = spans[which]!
      const end = start + span.text.length
      if (at >= end) {
        start = end
        which++
        continue
      }
      const stop = endOfLevel(levels, at, Math.min(to, end))
      addPieces(pieces, span.text.slice(at - start, stop - start), span, levels?.[at] ?? 0)
      at = stop
    }
    return pieces
  }
}

function endOfLevel(levels: Uint8Array | undefined, from: number, to: number): number {
  if (!levels) return to
  let at = from + 1
  while (at < to && levels[at] === levels[from]) at++
  return at
}

/** The pieces of some text of one look and one direction. */
export function piecesOf(text: string, span: Span, level: number): Piece[] {
  const pieces: Piece[] = []
  addPieces(pieces, text, span, level)
  return pieces
}

function addPieces(pieces: Piece[], text: string, span: Span, level: number): void {
  for (const { text: said, face, shaped, instead, picture } of cutsOf(text, span.type, level % 2 === 1)) {
    const size = span.type.size * face.scale
    const width = picture ? span.type.size * EMOJI_SIZE : (shaped.width * size) / 1000
    pieces.push({ text: said, span, face, shaped, level, size, width, instead, picture })
  }
}

/** A piece of text whatever its size: what is the same each time it is said in this look. */
interface Cut {
  text: string
  face: Face
  shaped: Shaped
  instead: string | undefined
  picture: Emoji | undefined
}

type Cuts = Map<string, Cut[]>

const KEPT = 30_000
const looks = new Map<string, { leftToRight: Cuts; rightToLeft: Cuts }>()
const lookOfType = new WeakMap<Type, { leftToRight: Cuts; rightToLeft: Cuts }>()

/** How some text was cut and shaped before, or is now: most words of a document are said in it, or in others, again. */
function cutsOf(text: string, type: Type, rightToLeft: boolean): Cut[] {
  const before = lookOf(type)[rightToLeft ? 'rightToLeft' : 'leftToRight']
  let cuts = before.get(text)
  if (!cuts) {
    if (before.size >= KEPT) before.clear()
    before.set(text, (cuts = cutAnew(text, type, rightToLeft)))
  }
  return cuts
}

function lookOf(type: Type) {
  let look = lookOfType.get(type)
  if (look) return look
  const name = [type.face, type.bold, type.italic, type.tabular === true].join()
  look = looks.get(name)
  if (!look) looks.set(name, (look = { leftToRight: new Map<string, Cut[]>(), rightToLeft: new Map<string, Cut[]>() }))
  lookOfType.set(type, look)
  return look
}

function cutAnew(text: string, type: Type, rightToLeft: boolean): Cut[] {
  return coverageOf(text, type).map(({ text: covered, face, instead, picture }) => ({
    text: instead ?? covered,
    face,
    shaped: picture ? unseen(face, covered) : shape(face, covered, rightToLeft, type.tabular),
    instead,
    picture,
  }))
}

export function widthOf(pieces: Piece[]): number {
  let width = 0
  for (const piece of pieces) width += piece.width
  return width
}
