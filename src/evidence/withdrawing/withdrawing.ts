import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { eraseFile } from '../../files/erasing.js'
import type { StoredFile } from '../../files/tables.js'
import type { Person } from '../../people/person.js'
import { uncount } from '../../reach/counted-pieces.js'
import { nothingBeyond } from '../../reach/reaches.js'
import { renewReach } from '../../reach/renewing.js'
import { now } from '../../web/now.js'
import type { ErasingAlong } from './erasing-along.js'
import type { Piece } from '../evidence.js'
import type { WholePiece } from './piece-in.js'
import { forgetTouches, type Dependants, recordTouches } from './dependants.js'
import { eraseTexts } from '../readable-texts/readable-texts.js'
import { aboutPiece } from '../as-fact.js'

/**
 * Withdrawn evidence stays listed as a gap, so that a claim that leaned on it shows why it weakened.
 * @param dependants what can lean on a piece, in every room
 * @returns the id of the list of what it touched
 */
export async function withdrawEvidence(
  trx: Trx,
  piece: Piece,
  person: Person,
  reason: string,
  dependants: Dependants[] = [],
): Promise<string> {
  if (piece.withdrawnAt) throw new Conflict('This evidence has already been withdrawn.')
  const list = await recordTouches(trx, piece, person, 'evidence', dependants)
  await trx
    .updateTable('evidence')
    .set({ withdrawnAt: now(), withdrawnBy: person.id, withdrawnBecause: reason })
    .where('id', '=', piece.id)
    .execute()
  await renewReach(trx, [piece.id])
  await record(trx, {
    kind: 'evidence withdrawn',
    ...aboutPiece(piece),
    groupId: piece.groupId,
    by: person,
    because: reason,
    list,
  })
  return list
}

/** Puts a withdrawn piece back where it was, though no further than the group: going out again is a choice of its own. */
export async function putBack(trx: Trx, piece: Piece, person: Person): Promise<void> {
  if (!piece.withdrawnAt) throw new Conflict('This evidence has been put back already.')
  if (piece.title === '') throw new Conflict('This evidence was erased for good, so it cannot be put back.')
  await trx
    .updateTable('evidence')
    .set({ withdrawnAt: null, withdrawnBy: null, withdrawnBecause: null, ...nothingBeyond('group') })
    .where('id', '=', piece.id)
    .execute()
  await renewReach(trx, [piece.id])
  await record(trx, { kind: 'evidence put back', ...aboutPiece(piece), groupId: piece.groupId, by: person })
}

/**
 * A draft that nobody else has seen goes altogether, files too. @throws Conflict when a claim or an action leans on it
 */
export async function removeDraft(
  trx: Trx,
  piece: WholePiece | Piece,
  person: Pick<Person, 'id'> | null,
  erases: ErasingAlong[],
): Promise<void> {
  const gone = await textsAndPassagesOf(trx, piece)
  await removeRows(trx, piece, erases)
  const files = piece.files.map(file => file.id)
  await record(trx, { kind: 'draft erased', by: person, ...aboutPiece(piece), files, ...gone })
}

/** The texts and passages of a piece, in every version: a fact names them when their rows go. */
export async function textsAndPassagesOf(
  trx: Trx,
  { id }: { id: string },
): Promise<{ texts: string[]; passages: string[] }> {
  const texts = await trx.selectFrom('readableTexts').select('id').where('evidenceId', '=', id).execute()
  const passages = await trx.selectFrom('passages').select('id').where('evidenceId', '=', id).execute()
  return { texts: texts.map(row => row.id), passages: passages.map(row => row.id) }
}

/** Every row of a draft. @throws Conflict when a claim or an action leans on it */
export async function removeRows(
  trx: Trx,
  piece: { id: string; files: StoredFile[] },
  erases: ErasingAlong[],
): Promise<void> {
  for (const erase of erases) await erase(trx, piece)
  await eraseFilesOf(trx, piece)
  await forgetTouches(trx, piece)
  await trx.deleteFrom('passages').where('evidenceId', '=', piece.id).execute().catch(asLeanedOn)
  await trx.deleteFrom('readableTexts').where('evidenceId', '=', piece.id).execute()
  for (const table of ['fileReadings', 'evidenceFiles', 'evidenceSchools', 'consents'] as const)
    await trx.deleteFrom(table).where('evidenceId', '=', piece.id).execute()
  await uncount(trx, [piece.id])
  await trx.deleteFrom('evidence').where('id', '=', piece.id).execute().catch(asLeanedOn)
}

/** Erases the words and files of a gap. Its number stays, since others may have leaned on it. */
export async function eraseGap(trx: Trx, piece: Piece, person: Person, erases: ErasingAlong[]): Promise<void> {
  await blankPiece(trx, piece, person.id, erases)
  const files = piece.files.map(file => file.id)
  await record(trx, { kind: 'evidence erased', by: person, ...aboutPiece(piece), files })
}

/** Blanks whatever a piece says and shows; what is left is its number, as a gap. */
export async function blankPiece(
  trx: Trx,
  piece: Pick<Piece, 'id' | 'version' | 'withdrawnAt' | 'withdrawnBy'> & { files: StoredFile[] },
  by: string | null,
  erases: ErasingAlong[],
): Promise<void> {
  await eraseFilesOf(trx, piece)
  await eraseTexts(trx, erases, piece)
  await trx
    .updateTable('evidence')
    .set({ title: '', whatWeSaw: '', elsewhere: '', version: piece.version + 1 })
    .set({ withdrawnAt: piece.withdrawnAt ?? now(), withdrawnBy: piece.withdrawnBy ?? by })
    .where('id', '=', piece.id)
    .execute()
  await renewReach(trx, [piece.id])
  await trx.updateTable('consents').set({ givenBy: '', wording: '' }).where('evidenceId', '=', piece.id).execute()
}

/** Takes one file out of a piece and erases it. */
export async function removeFile(
  trx: Trx,
  piece: Piece,
  file: StoredFile,
  person: Person,
  erases: ErasingAlong[],
): Promise<void> {
  await takeFileOut(trx, piece, file, erases)
  await record(trx, { kind: 'file erased', by: person, ...aboutPiece(piece), file: file.id })
}

/** The same, for whoever says themselves what was done. */
export async function takeFileOut(
  trx: Trx,
  piece: { id: string },
  file: StoredFile,
  erases: ErasingAlong[],
): Promise<void> {
  await eraseFile(trx, file)
  await eraseTexts(trx, erases, piece, file.id)
  await trx
    .updateTable('evidenceFiles')
    .set({ removedAt: now(), alt: '' })
    .where('evidenceId', '=', piece.id)
    .where('fileId', '=', file.id)
    .execute()
  await renewReach(trx, [piece.id])
}

async function eraseFilesOf(trx: Trx, piece: { id: string; files: StoredFile[] }): Promise<void> {
  for (const file of piece.files) await eraseFile(trx, file)
  await trx.updateTable('evidenceFiles').set({ alt: '' }).where('evidenceId', '=', piece.id).execute()
}

function asLeanedOn(error: unknown): never {
  if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error
  throw new Conflict(
    'A claim or an action leans on this piece, so it cannot be erased. Share it and withdraw it instead.',
  )
}
