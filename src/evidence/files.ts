import type { Db } from '../database.js'
import { Conflict } from '../errors.js'
import type { Person } from '../people/person.js'
import { renewReach } from '../reach/renewing.js'
import { plural } from '../web/words.js'
import { numberOf } from './cards.js'
import type { Piece } from './evidence.js'
import { placeFiles, type WithAlt } from './logging.js'
import { rememberPiece } from './remembering.js'

/** Adds files that are safe in the store already. */
export async function attachFiles(db: Db, piece: Piece, person: Person, files: WithAlt[]): Promise<void> {
  if (files.length === 0) return
  await db.transaction().execute(async trx => {
    await placeFiles(trx, piece.id, files, person)
    await renewReach(trx, [piece.id])
    if (piece.sharedWithGroupAt)
      await rememberPiece(
        trx,
        piece,
        person,
        `added ${plural(files.length, 'file', 'files')} to evidence ${numberOf(piece)}`,
      )
  })
}

/** Says in words what a picture shows, for those who cannot see it. */
export async function describePicture(db: Db, piece: Piece, fileId: string, alt: string): Promise<void> {
  const done = await db
    .updateTable('evidenceFiles')
    .set({ alt })
    .where('evidenceId', '=', piece.id)
    .where('fileId', '=', fileId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('This picture has been taken out meanwhile.')
}
