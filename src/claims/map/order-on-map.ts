import type { ClaimOnMap, ClaimsOnMap, CodeOnMap, PieceOnMap } from './map-as-list.js'

/** What is drawn beside the claims, in the order in which it stands. */
export interface OnMap {
  pieces: PieceOnMap[]
  codes: CodeOnMap[]
}

/** Pieces near to the claims that they bear on, and codes near to the pieces that carry them. */
export function inNearness(claims: ClaimsOnMap): OnMap {
  const pieces = nearTo(piecesIn(claims), piece => claims.flatMap((claim, at) => (has(claim, piece) ? at : [])))
  const codes = nearTo(codesIn(claims), code =>
    pieces.flatMap((piece, at) => (carriedBy(claims, piece).some(one => one.id === code.id) ? at : [])),
  )
  return { pieces, codes }
}

export function piecesIn(claims: ClaimsOnMap): PieceOnMap[] {
  const all = claims.flatMap(claim => claim.sides.flatMap(side => side.pieces))
  return [...new Map(all.map(piece => [piece.id, piece])).values()]
}

/** What a piece carries on any of the claims' links. */
export function carriedBy(claims: ClaimsOnMap, { id }: PieceOnMap): CodeOnMap[] {
  const all = claims.flatMap(claim => claim.sides.flatMap(side => side.pieces.filter(piece => piece.id === id)))
  return [...new Map(all.flatMap(piece => piece.codes).map(code => [code.id, code])).values()]
}

function codesIn(claims: ClaimsOnMap): CodeOnMap[] {
  const all = claims.flatMap(claim => claim.sides.flatMap(side => side.pieces.flatMap(piece => piece.codes)))
  return [...new Map(all.map(code => [code.id, code])).values()]
}

function has(claim: ClaimOnMap, { id }: PieceOnMap): boolean {
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
