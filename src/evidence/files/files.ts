import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { renewReach } from '../../reach/renewing.js'
import type { Piece } from '../evidence.js'
import { placeFiles, type WithAlt } from '../logging/logging.js'
import { aboutPiece } from '../as-fact.js'
import { refuseBeyondRoom } from './room-for-files.js'

/** Adds files that are safe in the store already. */
export async function attachFiles(trx: Trx, piece: Piece, person: Person, files: WithAlt[]): Promise<void> {
  if (files.length === 0) return

  await placeFiles(trx, piece.id, files, person)
  await refuseBeyondRoom(trx, piece.groupId)
  await renewReach(trx, [piece.id])
  await record(trx, { kind: 'files added', by: person, ...aboutPiece(piece), files: files.length })
}

/** Says in words what a picture shows, for those who cannot see it. */
export async function describePicture(
  trx: Trx,
  piece: Piece,
  person: Person,
  fileId: string,
  alt: string,
): Promise<void> {
  const done = await trx
    .updateTable('evidenceFiles')
    .set({ alt })
    .where('evidenceId', '=', piece.id)
    .where('fileId', '=', fileId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Conflict('This picture has been taken out meanwhile.')
  await record(trx, { kind: 'picture described', by: person, ...aboutPiece(piece), file: fileId })
}
