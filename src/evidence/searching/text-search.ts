import type { Db } from '../../database.js'
import { idsIn, idsOf } from '../../search/ids.js'
import { after } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import type { Piece } from '../evidence.js'
import { afterPieces } from '../logging/after-pieces.js'
import type { ReadableText } from '../tables.js'
import type { Timing } from '../readable-texts/readable-texts.js'
import { foundInPiece, piecesFoundBy, piecesToFind, placedAsPiece, titleOfPiece } from './found-pieces.js'
import { piecesOfGroup } from './piece-search.js'

/** The text of a document, and what is said in a sound or a film. */
export const textSearch: Searchable = {
  kind: 'text',
  one: 'document or transcript',
  many: 'documents and transcripts',
  version: 2,
  renewals: [...afterPieces(textsOfPieces), after(['draft erased'], ({ details }) => details.texts)],
  ids: idsIn('readableTexts'),
  async entries(db, ids) {
    const texts = await textsStanding(db, ids)
    const pieces = await piecesToFind(
      db,
      texts.map(text => text.evidenceId),
    )
    return texts.flatMap(text => {
      const piece = pieces.get(text.evidenceId)
      if (!piece || !isInPiece(piece, text)) return []
      return [
        { record: text.id, title: titleOfPiece(piece), words: text.words, ...placedAsPiece(piece, [text.source]) },
      ]
    })
  },
  async find(db, person, ids) {
    const texts = await textsStanding(db, ids)
    const pieces = await piecesFoundBy(
      db,
      person,
      texts.map(text => text.evidenceId),
    )
    return texts.flatMap(text => {
      const piece = pieces.get(text.evidenceId)
      if (!piece || !isInPiece(piece, text)) return []
      const found = foundInPiece(piece, [text.source])
      const moments = text.timings === null ? undefined : (JSON.parse(text.timings) as Timing[])
      const href = text.fileId ? `/evidence/${piece.id}/texts/${text.id}` : `/evidence/${piece.id}`
      return [{ ...found, record: text.id, kind: text.source, title: piece.title, words: text.words, href, moments }]
    })
  },
}

/** The documents and transcripts of a group's pieces. */
export async function textsOfGroup(db: Db, groupId: string): Promise<string[]> {
  return textsOfPieces(db, await piecesOfGroup(db, groupId))
}

/** In every version, since one that was replaced leaves the index. */
async function textsOfPieces(db: Db, pieces: string[]): Promise<string[]> {
  return idsOf(pieces, some =>
    db.selectFrom('readableTexts').select('id').where('evidenceId', 'in', some).where('source', '<>', 'words'),
  )
}

async function textsStanding(db: Db, ids: string[]): Promise<ReadableText[]> {
  return db
    .selectFrom('readableTexts')
    .selectAll()
    .where('id', 'in', ids)
    .where('source', '<>', 'words')
    .where('replacedAt', 'is', null)
    .execute()
}

/** A text of a file that was taken out stays with it. */
function isInPiece(piece: Piece, text: ReadableText): boolean {
  return text.fileId === null || piece.files.some(file => file.id === text.fileId)
}
