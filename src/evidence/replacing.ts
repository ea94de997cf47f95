import type { Db, Trx } from '../database.js'
import { Conflict } from '../errors.js'
import type { Covering } from '../files/covering.js'
import { prepareCovered } from '../files/covering.js'
import type { Prepared } from '../files/keeping.js'
import type { FileVersion, StoredFile } from '../files/tables.js'
import { asVersion, eraseVersions, replaceBytes } from '../files/versions.js'
import type { Person } from '../people/person.js'
import { renewReach } from '../reach/renewing.js'
import { now } from '../web/now.js'
import { numberOf } from './cards.js'
import type { Erasing } from './erasing.js'
import type { Piece, PieceFile } from './evidence.js'
import { mayKeepUncovered } from './kept-originals.js'
import { askForReading } from './reading-files.js'
import { auditPiece, rememberPiece } from './remembering.js'
import { storedOnce } from './same-files.js'
import { noteWithdrawal } from './withdrawal-journal.js'
import { removeForGood } from './withdrawing.js'

/** Another file takes the place of this one; its description, transcript and passages stay with it. */
export async function replaceFile(
  db: Db,
  piece: Piece,
  file: StoredFile,
  person: Person,
  prepared: Prepared,
): Promise<void> {
  await db.transaction().execute(async trx => {
    const once = await storedOnce(trx, piece.id, prepared)
    const is = await replaceBytes(trx, file, once, person, 'replaced')
    await askForReading(trx, piece.id, is)
    await renewReach(trx, [piece.id])
    await say(trx, piece, person, 'replaced a file in')
  })
}

/** A file becomes again what it was; what it was meanwhile stays a version too. */
export async function bringBackVersion(
  db: Db,
  piece: Piece,
  file: StoredFile,
  person: Person,
  version: FileVersion,
): Promise<void> {
  if (version.keptBecause !== null)
    throw new Conflict(
      'This is how it was before it was covered. It is kept for whoever keeps the piece, and shown to nobody else.',
    )
  await db.transaction().execute(async trx => {
    const is = await replaceBytes(trx, file, asVersion(file, version), person, 'restored')
    await askForReading(trx, piece.id, is)
    await renewReach(trx, [piece.id])
    await say(trx, piece, person, 'brought back an earlier version of a file in')
  })
}

/**
 * Covers parts of a picture, or cuts it. The picture as it was is erased for good in every version, unless those in it
 * agreed that it is kept.
 * @param keptBecause who agreed that the uncovered picture is kept, and when; null erases it
 */
export async function coverPicture(
  db: Db,
  erasing: Pick<Erasing, 'store' | 'sqlite'>,
  piece: Piece,
  file: PieceFile,
  person: Person,
  covering: Covering,
  keptBecause: string | null,
): Promise<void> {
  if (keptBecause !== null && !mayKeepUncovered(piece))
    throw new Conflict(
      'Nobody who can be seen in it has agreed to anything yet, so the uncovered picture cannot be kept.',
    )
  const prepared = await prepareCovered(erasing.store, file, covering)
  await db.transaction().execute(async trx => {
    const is = await replaceBytes(trx, file, prepared, person, 'covered')
    if (keptBecause === null) await eraseVersions(trx, file, is.version)
    else await keepUncovered(trx, file, is.version, keptBecause)
    await say(trx, piece, person, 'covered or cut a picture in')
    await auditPiece(trx, piece, person, keptBecause === null ? 'covered a picture' : 'covered a picture, kept it too')
  })
  await removeForGood(db, erasing, [file])
  if (keptBecause === null) await noteErased(piece, file, person)
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
export async function eraseEarlier(
  db: Db,
  erasing: Pick<Erasing, 'store' | 'sqlite'>,
  piece: Piece,
  file: PieceFile,
  person: Person,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await eraseVersions(trx, file, file.version)
    await say(trx, piece, person, 'erased the earlier versions of a file in')
    await auditPiece(trx, piece, person, 'erased earlier versions of a file')
  })
  await removeForGood(db, erasing, [file])
  await noteErased(piece, file, person)
}

function noteErased(piece: Piece, file: PieceFile, person: Person): Promise<void> {
  return noteWithdrawal({ at: now(), piece: piece.id, person: person.id, what: 'file', file: file.id })
}

async function say(trx: Trx, piece: Piece, person: Person, did: string): Promise<void> {
  if (piece.sharedWithGroupAt) await rememberPiece(trx, piece, person, `${did} ${numberOf(piece)}`)
}
