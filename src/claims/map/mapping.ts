import type { Bearing } from '../tables.js'
import { inLines } from './labels.js'
import { type Look, looks } from './looks.js'
import type { ClaimOnMap, ClaimsOnMap, CodeOnMap, PieceOnMap } from './map-as-list.js'
import { carriedBy, inNearness, type OnMap, piecesIn } from './order-on-map.js'

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
  const onMap = inNearness(claims)
  const inner = Math.max(
    claims.length * look.rows.claim,
    onMap.pieces.length * look.rows.piece,
    onMap.codes.length * look.rows.code,
  )
  const nodes = nodesOf(claims, onMap, look, inner)
  const [first, second, third] = look.columns.map(column => column.x)
  return {
    width: look.width,
    height: headHeight + inner + 8,
    heads: [
      { text: 'Claims', x: first! },
      { text: 'Evidence', x: second! },
      ...(onMap.codes.length > 0 ? [{ text: 'Codes', x: third! }] : []),
    ],
    nodes,
    lines: linesOf(claims, onMap.pieces, new Map(nodes.map(node => [node.id, node]))),
  }
}

function nodesOf(claims: ClaimsOnMap, { pieces, codes }: OnMap, look: Look, inner: number): MapNode[] {
  const place = (column: number, count: number, row: number, at: number) => {
    const each = Math.max(row, count > 1 ? inner / count : inner)
    const { x, width } = look.columns[column]!
    const height = row - 6
    return { x, width, height, y: Math.round(headHeight + each * at + (each - height) / 2) }
  }
  return [
    ...claims.map((claim, at) => ({
      ...nodeOfClaim(claim, look.letters.claim),
      ...place(0, claims.length, look.rows.claim, at),
    })),
    ...pieces.map((piece, at) => ({
      ...nodeOfPiece(piece, look.letters.piece),
      ...place(1, pieces.length, look.rows.piece, at),
    })),
    ...codes.map((code, at) => ({
      ...nodeOfCode(code, look.letters.code),
      ...place(2, codes.length, look.rows.code, at),
    })),
  ]
}

type Unplaced = Omit<MapNode, 'x' | 'y' | 'width' | 'height'>

function nodeOfClaim({ id, label, claim, href, sides }: ClaimOnMap, letters: number): Unplaced {
  return {
    id,
    kind: 'claim',
    href,
    name: `${label}: ${claim}. ${sides.map(side => `${side.pieces.length} ${side.bearing}`).join(', ')}.`,
    label: inLines(label, claim, letters, 3),
    gap: false,
    colour: '',
  }
}

function nodeOfPiece({ id, number, title, href, gap }: PieceOnMap, letters: number): Unplaced {
  return {
    id,
    kind: 'piece',
    href,
    name: gap ? `${number}, withdrawn` : `${number}: ${title}`,
    label: inLines(number, gap ? 'withdrawn' : title, letters, 1),
    gap,
    colour: '',
  }
}

function nodeOfCode({ id, mark, name, href, colour }: CodeOnMap, letters: number): Unplaced {
  return {
    id,
    kind: 'code',
    href,
    name: `${mark} ${name}, a code`,
    label: inLines(mark, name, letters, 1),
    gap: false,
    colour,
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
    from: from.id,
    to: to.id,
    kind,
    sign,
    path: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${end} ${y2}`,
  }
}
