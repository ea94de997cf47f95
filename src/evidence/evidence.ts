import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { StoredFile } from '../files/tables.js'
import type { Reader } from '../names/reader.js'
import { isGapFor, isReadableBy } from '../reach/finding.js'
import { filled } from './filling.js'
import type { Piece, PieceFile } from './piece.js'

export type { Piece, PieceFile }

/** Every piece that the person may read now (src/reach/ways.ts), as a query to narrow further; joined with its group. */
export function evidenceVisibleTo(db: Db, person: Reader) {
  return evidenceInGroups(db).where(eb => isReadableBy(eb, person))
}

/** Without asking who may see it: for what the workbench itself must know, such as the publication check. */
export function evidenceInGroups(db: Db) {
  return db.selectFrom('evidence').innerJoin('groups', 'groups.id', 'evidence.groupId')
}

/** The piece with its schools, files and consent. @throws NotFound when there is none, or not for this person. */
export async function findEvidence(db: Db, person: Reader, id: string): Promise<Piece> {
  const rows = await evidenceVisibleTo(db, person).selectAll('evidence').where('evidence.id', '=', id).execute()
  return only(await filled(db, person, rows))
}

/** A gap of a group that the person is in: never show its words or files. @throws NotFound */
export async function findGap(db: Db, person: Reader, id: string): Promise<Piece> {
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .where('evidence.id', '=', id)
    .where(eb => isGapFor(eb, person))
    .execute()
  return only(await filled(db, person, rows))
}

/** The piece that a group calls E<number>, or undefined when the person may not read it. */
export async function evidenceByNumber(
  db: Db,
  person: Reader,
  groupId: string,
  number: number,
): Promise<Piece | undefined> {
  const rows = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .where('evidence.groupId', '=', groupId)
    .where('evidence.number', '=', number)
    .execute()
  return (await filled(db, person, rows))[0]
}

/** A file, reached through the piece that holds it. @throws NotFound */
export async function findFile(db: Db, person: Reader, fileId: string): Promise<StoredFile> {
  const { groupId, loggedBy, ...file } = await evidenceVisibleTo(db, person)
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .select(['evidence.groupId', 'evidence.loggedBy'])
    .where('files.id', '=', fileId)
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('file'))
  return (await person.namesIn(db, groupId, loggedBy)).read(file)
}

function only(pieces: Piece[]): Piece {
  if (!pieces[0]) throw new NotFound('piece of evidence')
  return pieces[0]
}
