import type { Db } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { fileOf, findEvidence, type Piece, type PieceFile } from '../evidence.js'
import { mayReviseEvidence } from '../permissions.js'

/** A file of a piece that this person keeps. @throws NotFound, NotAllowed */
export async function findOwnFile(
  db: Db,
  person: Reader,
  at: { id: string; file: string },
): Promise<{ piece: Piece; file: PieceFile }> {
  const piece = await findEvidence(db, person, at.id)
  allow(mayReviseEvidence(person, piece), 'The files of a piece are its author’s to replace and to cover.')
  return { piece, file: fileOf(piece, at.file) }
}

/** The same, where it is a picture. */
export async function findOwnPicture(db: Db, person: Reader, at: { id: string; file: string }) {
  const own = await findOwnFile(db, person, at)
  if (own.file.kind !== 'image') throw new NotFound('picture')
  return own
}
