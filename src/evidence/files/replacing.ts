import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Prepared } from '../../files/keeping.js'
import type { FileVersion, StoredFile } from '../../files/tables.js'
import { asVersion, eraseVersions, replaceBytes } from '../../files/versions.js'
import type { Person } from '../../people/person.js'
import { renewReach } from '../../reach/renewing.js'
import type { Piece, PieceFile } from '../evidence.js'
import { mayKeepUncovered } from './kept-originals.js'
import { askForReading } from './reading-files.js'
import { aboutPiece } from '../as-fact.js'
import { refuseBeyondRoom } from './room-for-files.js'
import { storedOnce } from './same-files.js'

/** Another file takes the place of this one; its description, transcript and passages stay with it. */
export async function replaceFile(
  trx: Trx,
  piece: Piece,
  file: StoredFile,
  person: Person,
  prepared: Prepared,
): Promise<void> {
  const once = await storedOnce(trx, piece.id, prepared)
  const is = await replaceBytes(trx, file, once, person, 'replaced')
  await refuseBeyondRoom(trx, piece.groupId)
  await askForReading(trx, piece.id, is)
  await renewReach(trx, [piece.id])
  await record(trx, { kind: 'file replaced', ...aboutFile(piece, file, person) })
}

/** A file becomes again what it was; what it was meanwhile stays a version too. */
export async function bringBackVersion(
  trx: Trx,
  piece: Piece,
  file: StoredFile,
  person: Person,
  version: FileVersion,
): Promise<void> {
  if (version.keptBecause !== null)
    throw new Conflict(
      'This is how it was before it was covered. It is kept for whoever keeps the piece, and shown to nobody else.',
    )

  const is = await replaceBytes(trx, file, asVersion(file, version), person, 'restored')
  await askForReading(trx, piece.id, is)
  await renewReach(trx, [piece.id])
  await record(trx, { kind: 'version of a file brought back', ...aboutFile(piece, file, person) })
}

/**
 * Covers parts of a picture, or cuts it. The picture as it was is erased for good in every version, unless those in it
 * agreed that it is kept.
 * @param prepared the picture as it is covered, see `prepareCovered`
 * @param keptBecause who agreed that the uncovered picture is kept, and when; null erases it
 */
export async function coverPicture(
  trx: Trx,
  piece: Piece,
  file: PieceFile,
  person: Person,
  prepared: Prepared,
  keptBecause: string | null,
): Promise<void> {
  if (keptBecause !== null && !mayKeepUncovered(piece))
    throw new Conflict(
      'Nobody who can be seen in it has agreed to anything yet, so the uncovered picture cannot be kept.',
    )
  const is = await replaceBytes(trx, file, prepared, person, 'covered')
  if (keptBecause === null) await eraseVersions(trx, file, is.version)
  else await keepUncovered(trx, file, is.version, keptBecause)
  await record(trx, { kind: 'picture covered', ...aboutFile(piece, file, person), keptToo: keptBecause !== null })
}

async function keepUncovered(trx: Trx, file: StoredFile, but: number, keptBecause: string): Promise<void> {
  await trx
    .updateTable('fileVersions')
    .set({ keptBecause })
    .where('fileId', '=', file.id)
    .where('version', '<>', but)
    .where('erasedAt', 'is', null)
    .where('keptBecause', 'is', null)
    .execute()
}

/** Erases what a file was before, for good; the newest version stays. */
export async function eraseEarlier(trx: Trx, piece: Piece, file: PieceFile, person: Person): Promise<void> {
  await eraseVersions(trx, file, file.version)
  await record(trx, { kind: 'versions of a file erased', ...aboutFile(piece, file, person) })
}

/** How a fact knows a file of a piece. */
function aboutFile(piece: Piece, file: StoredFile, person: Person) {
  return { by: person, ...aboutPiece(piece), file: file.id }
}
