import type { Bearing } from '../tables.js'
import type { ClaimsOnMap, CodeOnMap, PieceOnMap } from './map-as-list.js'

/** A picture of claims, evidence and codes: three columns of links, and the lines between them. */
export interface ClaimMap {
  width: number
  height: number
  heads: { text: string; x: number }[]
  nodes: MapNode[]
  lines: MapLine[]
}

export interface MapNode {
  id: string
  kind: 'claim' | 'piece' | 'code'
  href: string
  /** Said in full where somebody points at it, or hears it. */
  name: string
  /** What is drawn, a line each. */
  label: string[]
  x: number
  y: number
  width: number
  height: number
  gap: boolean
  colour: string
}

export interface MapLine {
  from: string
  to: string
  kind: Bearing | 'carries'
  path: string
  /** Where the sign of a line stands: `+` for, `−` against. */
  sign: { text: string; x: number; y: number } | null
}

interface Look {
  width: number
  columns: { x: number; width: number }[]
  letters: { claim: number; piece: number; code: number }
  rows: { claim: number; piece: number; code: number }
}

const looks: Record<'wide' | 'narrow', Look> = {
  wide: {
    width: 960,
    columns: [
      { x: 0, width: 260 },
      { x: 380, width: 240 },
      { x: 760, width: 200 },
    ],
    letters: { claim: 34, piece: 27, code: 22 },
    rows: { claim: 64, piece: 28, code: 32 },
  },
  narrow: {
    width: 330,
    columns: [
      { x: 0, width: 52 },
      { x: 138, width: 56 },
      { x: 264, width: 66 },
    ],
    letters: { claim: 0, piece: 0, code: 0 },
    rows: { claim: 44, piece: 30, code: 34 },
  },
}

const headHeight = 32
export const mostDrawn = 120

/** Whether there is anything to draw, and not so much that nobody could follow a line. */
export function canBeDrawn(claims: ClaimsOnMap): boolean {
  const pieces = piecesIn(claims).length
  return pieces > 0 && pieces <= mostDrawn
}

/** The map as it is drawn: claims on the left, the evidence they lean on, and on the right the codes that it carries. */
export function mapOf(claims: ClaimsOnMap, size: 'wide' | 'narrow'): ClaimMap {
  const look = looks[size]
  const pieces = nearTo(piecesIn(claims), piece => claims.flatMap((claim, at) => (has(claim, piece) ? at : [])))
  const codes = nearTo(codesIn(claims), code =>
    pieces.flatMap((piece, at) => (carriedBy(claims, piece).some(one => one.id === code.id) ? at : [])),
  )
  const tall = (count: number, each: number) => count * each
  const inner = Math.max(
    tall(claims.length, look.rows.claim),
    tall(pieces.length, look.rows.piece),
    tall(codes.length, look.rows.code),
  )
  const place = (column: number, count: number, row: number, at: number) => {
    const each = Math.max(row, count > 1 ? inner / count : inner)
    const { x, width } = look.columns[column]!
    const height = row - 6
    return { x, width, height, y: Math.round(headHeight + each * at + (each - height) / 2) }
  }
  const nodes: MapNode[] = [
    ...claims.map(({ id, label, claim, href, sides }, at) => ({
      ...{ id, kind: 'claim' as const, href, gap: false, colour: '' },
      name: `${label}: ${claim}. ${sides.map(side => `${side.pieces.length} ${side.bearing}`).join(', ')}.`,
      label: inLines(label, claim, look.letters.claim, 3),
      ...place(0, claims.length, look.rows.claim, at),
    })),
    ...pieces.map((piece, at) => ({
      ...{ id: piece.id, kind: 'piece' as const, href: piece.href, gap: piece.gap, colour: '' },
      name: piece.gap ? `${piece.number}, withdrawn` : `${piece.number}: ${piece.title}`,
      label: inLines(piece.number, piece.gap ? 'withdrawn' : piece.title, look.letters.piece, 1),
      ...place(1, pieces.length, look.rows.piece, at),
    })),
    ...codes.map((code, at) => ({
      ...{ id: code.id, kind: 'code' as const, href: code.href, gap: false, colour: code.colour },
      name: `${code.mark} ${code.name}, a code`,
      label: inLines(code.mark, code.name, look.letters.code, 1),
      ...place(2, codes.length, look.rows.code, at),
    })),
  ]
  const [first, second, third] = look.columns.map(column => column.x)
  return {
    width: look.width,
    height: headHeight + inner + 8,
    heads: [
      { text: 'Claims', x: first! },
      { text: 'Evidence', x: second! },
      ...(codes.length > 0 ? [{ text: 'Codes', x: third! }] : []),
    ],
    nodes,
    lines: linesOf(claims, pieces, new Map(nodes.map(node => [node.id, node]))),
  }
}

function linesOf(claims: ClaimsOnMap, pieces: PieceOnMap[], nodes: Map<string, MapNode>): MapLine[] {
  const bearing = claims.flatMap(claim =>
    claim.sides.flatMap(side =>
      side.pieces.map(piece => line(nodes.get(claim.id)!, nodes.get(piece.id)!, side.bearing)),
    ),
  )
  const carrying = pieces.flatMap(piece =>
    carriedBy(claims, piece).map(code => line(nodes.get(piece.id)!, nodes.get(code.id)!, 'carries')),
  )
  return [...carrying, ...bearing]
}

function line(from: MapNode, to: MapNode, kind: MapLine['kind']): MapLine {
  // What speaks against a claim arrives a little lower, so that a piece that does both has two lines.
  const shift = kind === 'against' ? 5 : kind === 'for' ? -5 : 0
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2 + shift]
  const [x2, y2] = [to.x, to.y + to.height / 2 + shift]
  const bend = (x2 - x1) / 2
  const sign = kind === 'carries' ? null : { text: kind === 'for' ? '+' : '−', x: x2 - 9, y: y2 + 4 }
  const end = sign ? x2 - 15 : x2
  return {
    ...{ from: from.id, to: to.id, kind, sign },
    path: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${end} ${y2}`,
  }
}

function piecesIn(claims: ClaimsOnMap): PieceOnMap[] {
  const all = claims.flatMap(claim => claim.sides.flatMap(side => side.pieces))
  return [...new Map(all.map(piece => [piece.id, piece])).values()]
}

/** What a piece carries on any of the claims' links. */
function carriedBy(claims: ClaimsOnMap, { id }: PieceOnMap): CodeOnMap[] {
  const all = claims.flatMap(claim => claim.sides.flatMap(side => side.pieces.filter(piece => piece.id === id)))
  return [...new Map(all.flatMap(piece => piece.codes).map(code => [code.id, code])).values()]
}

function codesIn(claims: ClaimsOnMap): CodeOnMap[] {
  const all = claims.flatMap(claim => claim.sides.flatMap(side => side.pieces.flatMap(piece => piece.codes)))
  return [...new Map(all.map(code => [code.id, code])).values()]
}

function has(claim: ClaimsOnMap[number], { id }: PieceOnMap): boolean {
  return claim.sides.some(side => side.pieces.some(piece => piece.id === id))
}

/** Each near the middle of what it belongs to, so that few lines cross. */
function nearTo<Thing>(things: Thing[], placesOf: (thing: Thing) => number[]): Thing[] {
  const middle = (thing: Thing) => {
    const places = placesOf(thing)
    return places.reduce((sum, at) => sum + at, 0) / Math.max(1, places.length)
  }
  return things
    .map(thing => ({ thing, at: middle(thing) }))
    .sort((one, other) => one.at - other.at)
    .map(one => one.thing)
}

/** `C3 Children read what` / `a friend has read first`, cut where it is longer; only the label where there is no room. */
function inLines(label: string, words: string, letters: number, most: number): string[] {
  if (letters === 0 || words === '') return [label]
  const lines: string[] = []
  let line = label
  for (const word of words.split(/\s+/)) {
    if (`${line} ${word}`.length <= letters) line = `${line} ${word}`
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  if (lines.length <= most) return lines.map(one => cut(one, letters))
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`].map(one => cut(one, letters + 2))
}

function cut(line: string, letters: number): string {
  return line.length <= letters ? line : `${line.slice(0, letters - 1).trimEnd()}…`
}
