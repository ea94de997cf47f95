import type { Db } from '../database.js'
import { NotFound } from '../errors.js'
import type { StoredFile } from '../files/tables.js'
import { withinTheGroup } from '../names/names.js'
import type { Reader } from '../names/reader.js'
import { isGapFor, isReadableBy } from '../reach/finding.js'
import { filled, ofWhom } from './loading-pieces.js'
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
  return only(await evidenceById(db, person, id))
}

/** The same, or undefined. */
export async function evidenceById(db: Db, person: Reader, id: string): Promise<Piece | undefined> {
  const rows = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', '=', id)
    .execute()
  return (await filled(db, person, rows))[0]
}

/** A gap of a group that the person is in: never show its words or files. @throws NotFound */
export async function findGap(db: Db, person: Reader, id: string): Promise<Piece> {
  const rows = await evidenceInGroups(db)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', '=', id)
    .where(eb => isGapFor(eb, person))
    .execute()
  return only((await filled(db, person, rows))[0])
}

/** A piece, or the gap that it left, which may become one again. @throws NotFound */
export async function findEvidenceOrGap(db: Db, person: Reader, id: string): Promise<Piece> {
  return (await evidenceById(db, person, id)) ?? findGap(db, person, id)
}

/** Those of the pieces that the person may read. */
export async function evidenceByIds(db: Db, person: Reader, ids: string[]): Promise<Piece[]> {
  if (ids.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', 'in', ids)
    .execute()
  return filled(db, person, rows)
}

/** The pieces, without asking who is asking; one that was erased is missing. */
export async function piecesWithIds(db: Db, pieceIds: string[]): Promise<Piece[]> {
  const ids = [...new Set(pieceIds)]
  if (ids.length === 0) return []
  return filled(
    db,
    withinTheGroup,
    await evidenceInGroups(db).selectAll('evidence').select(ofWhom).where('evidence.id', 'in', ids).execute(),
  )
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
    .select(ofWhom)
    .where('evidence.groupId', '=', groupId)
    .where('evidence.number', '=', number)
    .execute()
  return (await filled(db, person, rows))[0]
}

/** A file as it is handed to somebody. */
export interface FoundFile extends StoredFile {
  networkId: string
  /** Nobody has said that nobody, or no pupil, can be recognised in its piece. */
  mayShowPupils: boolean
}

/** A file, reached through the piece that holds it. @throws NotFound */
export async function findFile(db: Db, person: Reader, fileId: string): Promise<FoundFile> {
  const { groupId, loggedBy, showsPupils, ...file } = await evidenceVisibleTo(db, person)
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .selectAll('files')
    .select(['evidence.groupId', 'evidence.loggedBy', 'groups.networkId'])
    .select(eb => {
      const stands = eb
        .selectFrom('consents')
        .select('consents.id')
        .whereRef('consents.evidenceId', '=', 'evidence.id')
        .where('consents.replacedAt', 'is', null)
      return eb
        .or([eb.exists(stands.where('consents.who', '=', 'pupils')), eb.not(eb.exists(stands))])
        .as('showsPupils')
    })
    .where('files.id', '=', fileId)
    .where('evidenceFiles.removedAt', 'is', null)
    .where('files.erasedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound('file'))
  return { ...(await person.namesIn(db, groupId, loggedBy)).read(file), mayShowPupils: Boolean(showsPupils) }
}

/** A file of a piece in hand. @throws NotFound when it is in no such piece, or was taken out */
export function fileOf(piece: Piece, fileId: string): PieceFile {
  const file = piece.files.find(one => one.id === fileId)
  if (!file) throw new NotFound('file')
  return file
}

function only(piece: Piece | undefined): Piece {
  if (!piece) throw new NotFound('piece of evidence')
  return piece
}
