import type { Piece } from './evidence.js'

/**
 * How a fact knows a piece. The group hears of what it can see; what happens to somebody's own draft stands in nobody's
 * history.
 */
export function aboutPiece(piece: Pick<Piece, 'id' | 'number' | 'networkId' | 'groupId' | 'sharedWithGroupAt'>) {
  return {
    networkId: piece.networkId,
    groupId: piece.sharedWithGroupAt ? piece.groupId : null,
    aboutKind: 'evidence',
    aboutId: piece.id,
    number: piece.number,
  }
}
