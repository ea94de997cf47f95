import type { Db } from '../../database.js'
import { readers } from '../../reach/readers.js'
import { idsIn, idsOf } from '../../search/ids.js'
import { after, itself } from '../../search/renewals.js'
import type { Searchable } from '../../search/searchables.js'
import { afterPieces } from '../logging/after-pieces.js'
import { foundInPiece, piecesFoundBy, piecesToFind, placedAsPiece, titleOfPiece } from './found-pieces.js'
import { piecesOfGroup } from './piece-search.js'

/** Words that the group has pointed at, to code them or to lean a claim on them: the group's own work. */
export const passageSearch: Searchable = {
  kind: 'passage',
  one: 'passage',
  many: 'passages',
  version: 1,
  renewals: [
    after(['passage made'], itself),
    ...afterPieces(passagesOfPieces),
    after(['draft erased'], ({ details }) => details.passages),
  ],
  ids: idsIn('passages'),
  async entries(db, ids) {
    const passages = await passagesStanding(db, ids)
    const pieces = await piecesToFind(
      db,
      passages.map(passage => passage.evidenceId),
    )
    return passages.flatMap(({ id, evidenceId, words }) => {
      const piece = pieces.get(evidenceId)
      if (!piece) return []
      const inside = [piece.sharedWithGroupAt ? readers.member(piece.groupId) : readers.author(piece.loggedBy)]
      return [{ record: id, title: titleOfPiece(piece), words, ...placedAsPiece(piece), readers: inside }]
    })
  },
  async find(db, person, ids) {
    const passages = await passagesStanding(db, ids)
    const pieces = await piecesFoundBy(
      db,
      person,
      passages.map(passage => passage.evidenceId),
    )
    return passages.flatMap(({ id, evidenceId, words }) => {
      const piece = pieces.get(evidenceId)
      if (!piece || !person?.isVolunteerIn(piece.groupId)) return []
      return [{ ...foundInPiece(piece), record: id, kind: 'passage', title: piece.title, words }]
    })
  },
}

/** What a group has pointed at. */
export async function passagesOfGroup(db: Db, groupId: string): Promise<string[]> {
  return passagesOfPieces(db, await piecesOfGroup(db, groupId))
}

async function passagesOfPieces(db: Db, pieces: string[]): Promise<string[]> {
  return idsOf(pieces, some => db.selectFrom('passages').select('id').where('evidenceId', 'in', some))
}

async function passagesStanding(db: Db, ids: string[]) {
  return db
    .selectFrom('passages')
    .selectAll()
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .where('lostAt', 'is', null)
    .execute()
}
