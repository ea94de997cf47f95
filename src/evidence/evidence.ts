import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { StoredFile } from '../files/tables.js'
import type { Person } from '../people/person.js'
import { isGapFor, isReadableBy } from '../reach/finding.js'
import { disguised } from './disguising.js'
import { filled } from './filling.js'
import { pseudonymsTowards } from './pseudonyms.js'
import type { Piece, PieceFile } from './piece.js'

export type { Piece, PieceFile }

/** Every piece that the person may read now (src/reach/ways.ts), as a query to narrow further; joined with its group. */
export function evidenceVisibleTo(db: Db, person: Person) {
  return evidenceInGroups(db).where(eb => isReadableBy(eb, person))
}

/** Without asking who may see it: for what the workbench itself must know, such as the publication check. */
export function evidenceInGroups(db: Db) {
  return db.selectFrom('evidence').innerJoin('groups', 'groups.id', 'evidence.groupId')
}

/** The piece with its schools, files and consent. @throws NotFound when there is none, or not for this person. */
export async function findEvidence(db: Db, person: Person, id: string): Promise<Piece> {
  const rows = await evidenceVisibleTo(db, person).selectAll('evidence').where('evidence.id', '=', id).execute()
  return only(await disguised(db, person, await filled(db, rows)))
}

/** A gap of a group that the person is in: never show its words or files. @throws NotFound */
export async function findGap(db: Db, person: Person, id: string): Promise<Piece> {
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .where('evidence.id', '=', id)
    .where(eb => isGapFor(eb, person))
    .execute()
  return only(await filled(db, rows))
}

/** The piece that a group calls E<number>, or undefined when the person may not read it. */
export async function evidenceByNumber(
  db: Db,
  person: Person,
  groupId: string,
  number: number,
): Promise<Piece | undefined> {
  const rows = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .where('evidence.groupId', '=', groupId)
    .where('evidence.number', '=', number)
    .execute()
  return (await disguised(db, person, await filled(db, rows)))[0]
}

/** A file, reached through the piece that holds it. @throws NotFound */
export async function findFile(db: Db, person: Person, fileId: string): Promise<StoredFile> {
  const { groupId, loggedBy, ...file } = await evidenceVisibleTo(db, person)
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .select(['evidence.groupId', 'evidence.loggedBy'])
    .where('files.id', '=', fileId)
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('file'))
  if (loggedBy === person.id) return file
  const { words } = await pseudonymsTowards(db, person, groupId)
  return { ...file, name: words(file.name) }
}

function only(pieces: Piece[]): Piece {
  if (!pieces[0]) throw new NotFound('piece of evidence')
  return pieces[0]
}
