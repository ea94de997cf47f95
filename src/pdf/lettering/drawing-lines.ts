import type { Line } from './lines.js'
import type { Links } from '../file/links.js'
import { onPaper } from '../../documents/letters/direction.js'
import { mustBeSaid, type Pen } from '../pen.js'
import { drawEmoji } from './drawing-emoji.js'
import type { LinkSaid, SpokenHere } from './spans.js'
import type { Tag } from '../file/tags.js'
import type { Piece } from './words.js'

export interface Place {
  x: number
  y: number
  width: number
  align?: 'left' | 'centre' | 'right'
}

interface Placed {
  piece: Piece
  x: number
}

/** Draws a line of text in its tag, its links as links. Pieces are said in reading order and stand in paper order. */
export function drawLine(pen: Pen, links: Links, line: Line, tag: Tag, place: Place): void {
  const foot = place.y + line.baseline
  const placed = placesOf(line, place)
  for (const { link, spoken, pieces } of byMeaning(placed)) {
    const target = link && !pen.decorating ? links.targetOf(link) : undefined
    const around = spoken ? pen.tagOf(spoken, tag) : tag
    const into = target ? links.tagFor(pen, link!, around) : around
    for (const run of runsOf(pieces)) {
      const { piece, x } = run[0]!
      if (piece.picture) drawEmoji(pen, piece, piece.picture, into, x, foot)
      else
        pen.within(into, () =>
          pen.letters(
            run.map(one => one.piece),
            x,
            foot,
          ),
        )
    }
    if (target) links.draw(pen, target, into, boxAround(pieces, place.y, line.height), foot)
  }
}

function placesOf(line: Line, place: Place): Placed[] {
  let x = startOf(line, place)
  if (line.pieces.every(({ level }) => level === 0)) {
    return line.pieces.map(piece => {
      const placed = { piece, x }
      x += piece.width
      return placed
    })
  }
  const xs = new Map<Piece, number>()
  for (const piece of onPaper(line.pieces)) {
    xs.set(piece, x)
    x += piece.width
  }
  return line.pieces.map(piece => ({ piece, x: xs.get(piece)! }))
}

function startOf(line: Line, { x, width, align }: Place): number {
  const room = width - line.width
  const before = line.rightToLeft ? line.spaceAtEnd : 0
  if (align === 'centre') return x + room / 2 - before
  const right = align === 'right' || (align === undefined && line.rightToLeft)
  return (right ? x + room : x) - before
}

interface Meaning {
  link: LinkSaid | undefined
  spoken: SpokenHere | undefined
  pieces: Placed[]
}

function byMeaning(placed: Placed[]): Meaning[] {
  const groups: Meaning[] = []
  for (const one of placed) {
    const { link, spoken } = one.piece.span
    const last = groups.at(-1)
    if (last && last.link === link && last.spoken === spoken) last.pieces.push(one)
    else groups.push({ link, spoken, pieces: [one] })
  }
  return groups
}

/** Pieces of one look that stand side by side are drawn in one go. */
function runsOf(placed: Placed[]): Placed[][] {
  const runs: Placed[][] = []
  for (const one of placed) {
    const run = runs.at(-1)
    if (run && follows(one, run.at(-1)!)) run.push(one)
    else runs.push([one])
  }
  return runs
}

function follows({ piece, x }: Placed, { piece: before, x: left }: Placed): boolean {
  const alike = piece.face === before.face && piece.size === before.size && piece.span.struck === before.span.struck
  const beside = Math.abs(left + before.width - x) < 0.01
  return (
    alike &&
    beside &&
    piece.span.type.raised === before.span.type.raised &&
    !piece.picture &&
    !before.picture &&
    piece.span.type.colour === before.span.type.colour &&
    !mustBeSaid(piece) &&
    !mustBeSaid(before)
  )
}

function boxAround(pieces: Placed[], y: number, height: number) {
  const left = Math.min(...pieces.map(({ x }) => x))
  const seen = pieces.filter(({ piece }) => piece.text.trim() !== '')
  const right = Math.max(left, ...seen.map(({ piece, x }) => x + piece.width))
  return { x: left, y, width: right - left, height }
}
