import { idsIn, idsInGroup } from '../../search/ids.js'
import type { Searchable } from '../../search/searchables.js'
import { afterPieces } from '../logging/after-pieces.js'
import { foundInPiece, piecesFoundBy, piecesToFind, placedAsPiece, titleOfPiece, wordsOfPiece } from './found-pieces.js'

export const piecesOfGroup = idsInGroup('evidence')

/** A piece by its title, what was seen, and the names and descriptions of its files. */
export const pieceSearch: Searchable = {
  kind: 'piece',
  one: 'piece of evidence',
  many: 'pieces of evidence',
  version: 2,
  renewals: [...afterPieces((_db, pieces) => pieces)],
  ids: idsIn('evidence'),
  async entries(db, ids) {
    const pieces = await piecesToFind(db, ids)
    return [...pieces.values()].map(piece => ({
      record: piece.id,
      title: titleOfPiece(piece),
      words: wordsOfPiece(piece),
      ...placedAsPiece(piece),
    }))
  },
  async find(db, person, ids) {
    const pieces = await piecesFoundBy(db, person, ids)
    return [...pieces.values()].map(piece => ({
      ...foundInPiece(piece),
      record: piece.id,
      title: piece.title,
      words: wordsOfPiece(piece),
    }))
  },
}
