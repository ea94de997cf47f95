import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import { filled, ofWhom } from '../../evidence/loading-pieces.js'
import type { Piece } from '../../evidence/piece.js'
import type { StoredFile } from '../../files/tables.js'
import type { Reader } from '../../names/reader.js'
import { bearsOn } from '../../reach/refused.js'
import { today } from '../../web/now.js'
import { plural } from '../../words/words.js'
import type { ModerationPiece, ModerationRound } from '../tables.js'

export type FileOfPiece = StoredFile & { alt: string; pieceId: string }

/** A piece that this person may see now. */
export interface FoundPiece {
  piece: ModerationPiece
  /** What it shows, where it is a piece of evidence, as this person reads it. */
  evidence: Piece | null
  files: FileOfPiece[]
  school: string
}

/** The pieces of a round that the person may see now, in their order. Whoever asks may read the round. */
export async function piecesOf(db: Db, person: Reader, round: Pick<ModerationRound, 'id'>): Promise<FoundPiece[]> {
  const rows = await db
    .selectFrom('moderationPieces')
    .selectAll()
    .where('roundId', '=', round.id)
    .where('removedAt', 'is', null)
    .orderBy('number')
    .execute()
  return shownTo(db, person, rows)
}

/**
 * Those of the pieces that may be seen now: evidence as far as the person reads it, and what was brought for a round as long
 * as those in it agreed and their school refuses nothing. Whether the person may read the round, or the example, was asked before.
 */
export async function shownTo(db: Db, person: Reader, rows: ModerationPiece[]): Promise<FoundPiece[]> {
  if (rows.length === 0) return []
  const evidence = await evidenceOf(db, person, rows)
  const own = rows.filter(row => row.evidenceId === null)
  const files = await filesOf(db, own)
  const refusals = await refusalsFor(db, own)
  const schools = await schoolNames(db, own)
  return rows.flatMap((piece): FoundPiece[] => {
    if (piece.removedAt !== null) return []
    if (piece.evidenceId !== null) {
      const found = evidence.get(piece.evidenceId)
      if (!found || found.gap) return []
      return [{ piece, evidence: found, files: [], school: found.schools.map(one => one.name).join(', ') }]
    }
    const held = files.filter(file => file.pieceId === piece.id)
    if (hasEnded(piece) || refusals.some(one => one.schoolId === piece.schoolId && holds(one, held))) return []
    return [{ piece, evidence: null, files: held, school: schools.get(piece.schoolId) ?? '' }]
  })
}

function hasEnded({ endsOn }: ModerationPiece): boolean {
  return endsOn !== null && endsOn < today()
}

/** A school can refuse that its pupils’ work goes to other schools, also afterwards. */
function holds({ content, audience }: { content: string; audience: string }, files: FileOfPiece[]): boolean {
  return audience !== 'network' && bearsOn(content, { kind: 'pupil-work', files })
}

async function evidenceOf(db: Db, person: Reader, rows: ModerationPiece[]): Promise<Map<string, Piece>> {
  const ids = [...new Set(rows.flatMap(row => row.evidenceId ?? []))]
  if (ids.length === 0) return new Map()
  const found = await evidenceVisibleTo(db, person)
    .selectAll('evidence')
    .select(ofWhom)
    .where('evidence.id', 'in', ids)
    .execute()
  return new Map((await filled(db, person, found)).map(piece => [piece.id, piece]))
}

async function filesOf(db: Db, rows: ModerationPiece[]): Promise<FileOfPiece[]> {
  if (rows.length === 0) return []
  return db
    .selectFrom('moderationFiles')
    .innerJoin('files', 'files.id', 'moderationFiles.fileId')
    .selectAll('files')
    .select(['moderationFiles.pieceId', 'moderationFiles.alt'])
    .where('files.erasedAt', 'is', null)
    .where(
      'pieceId',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('moderationFiles.position')
    .execute()
}

async function refusalsFor(db: Db, rows: ModerationPiece[]) {
  const schools = [...new Set(rows.flatMap(row => row.schoolId ?? []))]
  if (schools.length === 0) return []
  return db
    .selectFrom('schoolRefusals')
    .select(['schoolId', 'content', 'audience'])
    .where('schoolId', 'in', schools)
    .where('endedAt', 'is', null)
    .execute()
}

async function schoolNames(db: Db, rows: ModerationPiece[]): Promise<Map<string | null, string>> {
  const ids = [...new Set(rows.flatMap(row => row.schoolId ?? []))]
  if (ids.length === 0) return new Map()
  const schools = await db.selectFrom('schools').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(schools.map(one => [one.id, one.name]))
}

/** @throws NotFound where it was withdrawn, or its agreement has ended */
export async function findPiece(db: Db, person: Reader, round: ModerationRound, id: string): Promise<FoundPiece> {
  const found = (await piecesOf(db, person, round)).find(one => one.piece.id === id)
  if (!found) throw new NotFound('piece')
  return found
}

/** How a round calls a piece. */
export function nameOfPiece({ piece, evidence }: Pick<FoundPiece, 'piece' | 'evidence'>): string {
  return `Piece ${piece.number}: ${evidence ? evidence.title : piece.title}`
}

export function missingInWords(missing: number): string {
  return `${plural(missing, 'piece was', 'pieces were')} withdrawn since, or may not be shown any more.`
}
