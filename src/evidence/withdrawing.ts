import type { Db, Trx } from '../database.js'
import { Conflict } from '../errors.js'
import { eraseFile, removeBytes } from '../files/erasing.js'
import type { StoredFile } from '../files/tables.js'
import type { Person } from '../people/person.js'
import { uncount } from '../reach/counting.js'
import { nothingBeyond } from '../reach/reaches.js'
import { renewReach } from '../reach/renewing.js'
import { now } from '../web/now.js'
import { numberOf } from './cards.js'
import type { Erasing } from './erasing.js'
import type { Piece } from './evidence.js'
import { forgetTouches, type Dependants, recordTouches } from './dependants.js'
import { auditPiece, rememberPiece } from './remembering.js'
import { eraseTexts } from './readable-texts.js'
import { noteWithdrawal } from './withdrawal-journal.js'

/**
 * Withdrawn evidence stays listed as a gap, so that a claim that leaned on it shows why it weakened.
 * @param dependants what can lean on a piece, in every room
 * @returns the id of the list of what it touched
 */
export async function withdrawEvidence(
  db: Db,
  piece: Piece,
  person: Person,
  reason: string,
  dependants: Dependants[] = [],
): Promise<string> {
  if (piece.withdrawnAt) throw new Conflict('This evidence has already been withdrawn.')
  const at = now()
  const list = await db.transaction().execute(async trx => {
    const id = await recordTouches(trx, piece, person, 'evidence', dependants)
    await trx
      .updateTable('evidence')
      .set({ withdrawnAt: at, withdrawnBy: person.id, withdrawnBecause: reason })
      .where('id', '=', piece.id)
      .execute()
    await renewReach(trx, [piece.id])
    await rememberPiece(trx, piece, person, `withdrew evidence ${numberOf(piece)}`, reason)
    await auditPiece(trx, piece, person, 'withdrew evidence')
    return id
  })
  await noteWithdrawal({ at, piece: piece.id, person: person.id, what: 'evidence' })
  return list
}

/** Puts a withdrawn piece back where it was, though no further than the group: going out again is a choice of its own. */
export async function putBack(db: Db, piece: Piece, person: Person): Promise<void> {
  if (!piece.withdrawnAt) throw new Conflict('This evidence has been put back already.')
  if (piece.title === '') throw new Conflict('This evidence was erased for good, so it cannot be put back.')
  const back = { withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null }
  const at = now()
  await db.transaction().execute(async trx => {
    await trx
      .updateTable('evidence')
      .set({ ...back, ...nothingBeyond('group') })
      .where('id', '=', piece.id)
      .execute()
    await renewReach(trx, [piece.id])
    await rememberPiece(trx, piece, person, `put evidence ${numberOf(piece)} back`)
    await auditPiece(trx, piece, person, 'put evidence back')
  })
  await noteWithdrawal({ at, piece: piece.id, person: person.id, what: 'put back' })
}

/**
 * A draft that nobody else has seen goes altogether, files too. @throws Conflict when a claim or an action leans on it
 */
export async function removeDraft(db: Db, erasing: Erasing, piece: Piece, person: Person): Promise<void> {
  const files = await db.transaction().execute(async trx => {
    const erased = await eraseFilesOf(trx, piece)
    await forgetTouches(trx, piece)
    await trx.deleteFrom('passages').where('evidenceId', '=', piece.id).execute().catch(asLeanedOn)
    await trx.deleteFrom('readableTexts').where('evidenceId', '=', piece.id).execute()
    for (const table of ['fileReadings', 'evidenceFiles', 'evidenceSchools', 'consents'] as const)
      await trx.deleteFrom(table).where('evidenceId', '=', piece.id).execute()
    await uncount(trx, [piece.id])
    await trx.deleteFrom('evidence').where('id', '=', piece.id).execute().catch(asLeanedOn)
    await auditPiece(trx, piece, person, 'erased a draft')
    for (const erase of erasing.along) await erase(trx, piece, erasing)
    return erased
  })
  await removeForGood(db, erasing, files)
}

/** Erases the words and files of a gap. Its number stays, since others may have leaned on it. */
export async function eraseGap(db: Db, erasing: Erasing, piece: Piece, person: Person): Promise<void> {
  const files = await db.transaction().execute(async trx => {
    const erased = await eraseFilesOf(trx, piece)
    await eraseTexts(trx, erasing, piece)
    const nothing = { title: '', whatWeSaw: '', version: piece.version + 1 }
    const withdrawn = { withdrawnAt: piece.withdrawnAt ?? now(), withdrawnBy: piece.withdrawnBy ?? person.id }
    await trx
      .updateTable('evidence')
      .set({ ...nothing, ...withdrawn })
      .where('id', '=', piece.id)
      .execute()
    await renewReach(trx, [piece.id])
    await trx.updateTable('consents').set({ givenBy: '', wording: '' }).where('evidenceId', '=', piece.id).execute()
    if (piece.sharedWithGroupAt)
      await rememberPiece(trx, piece, person, `had evidence ${numberOf(piece)} erased for good`)
    await auditPiece(trx, piece, person, 'erased evidence')
    return erased
  })
  await removeForGood(db, erasing, files)
}

/** Takes one file out of a piece and erases it. */
export async function removeFile(
  db: Db,
  erasing: Erasing,
  piece: Piece,
  file: StoredFile,
  person: Person,
): Promise<void> {
  await db.transaction().execute(async trx => {
    await eraseFile(trx, file)
    await eraseTexts(trx, erasing, piece, file.id)
    await trx
      .updateTable('evidenceFiles')
      .set({ removedAt: now(), alt: '' })
      .where('evidenceId', '=', piece.id)
      .where('fileId', '=', file.id)
      .execute()
    await renewReach(trx, [piece.id])
    if (piece.sharedWithGroupAt)
      await rememberPiece(trx, piece, person, `took a file out of evidence ${numberOf(piece)}`)
    await auditPiece(trx, piece, person, 'erased a file')
  })
  await removeForGood(db, erasing, [file])
  await noteWithdrawal({ at: now(), piece: piece.id, person: person.id, what: 'file', file: file.id })
}

async function eraseFilesOf(trx: Trx, piece: Piece): Promise<StoredFile[]> {
  for (const file of piece.files) await eraseFile(trx, file)
  await trx.updateTable('evidenceFiles').set({ alt: '' }).where('evidenceId', '=', piece.id).execute()
  return piece.files
}

/** The bytes go, and so do the pages that the database's log still holds. */
export async function removeForGood(
  db: Db,
  { store, sqlite }: Pick<Erasing, 'store' | 'sqlite'>,
  files: { id: string }[],
): Promise<void> {
  for (const file of files) await removeBytes(db, store, file)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
}

function asLeanedOn(error: unknown): never {
  if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
  throw new Conflict(
    'A claim or an action leans on this piece, so it cannot be erased. Share it and withdraw it instead.',
  )
}
