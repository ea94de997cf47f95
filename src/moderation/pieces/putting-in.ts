import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { evidenceByNumber } from '../../evidence/evidence.js'
import type { Piece } from '../../evidence/piece.js'
import { record } from '../../facts/facts.js'
import { eraseFile } from '../../files/erasing.js'
import { type Prepared, recordFile } from '../../files/keeping.js'
import type { Reader } from '../../names/reader.js'
import type { Person } from '../../people/person.js'
import { readers } from '../../reach/readers.js'
import { readersOfPiece } from '../../reach/ways.js'
import { newId } from '../../web/new-id.js'
import { now, today } from '../../web/now.js'
import type { ModerationPiece, ModerationRound } from '../tables.js'
import type { FoundPiece } from './pieces.js'

export type OwnPieceWords = Pick<
  ModerationPiece,
  'title' | 'words' | 'schoolId' | 'seen' | 'givenBy' | 'goesTo' | 'endsOn'
>

export const mostPieces = 30

/** How a fact knows a piece of a round. */
export function aboutPiece({ id, networkId, roundId }: Pick<ModerationPiece, 'id' | 'networkId' | 'roundId'>) {
  return { networkId, aboutKind: 'moderation piece', aboutId: id, round: roundId }
}

/**
 * The piece that a group calls E<number>, where it is shared with the whole network, so that all who judge can read it.
 * @returns a sentence where it cannot come in
 */
export async function pieceToJudge(
  db: Db,
  person: Reader,
  round: ModerationRound,
  { group, number }: { group: string; number: string },
): Promise<Piece | string> {
  const digits = /^e?\s*(\d{1,7})$/i.exec(number)?.[1]
  const piece = digits ? await evidenceByNumber(db, person, group, Number(digits)) : undefined
  if (!piece || piece.gap || piece.networkId !== round.networkId)
    return 'There is no piece with this number that you can read'
  const schoolIds = piece.schools.map(one => one.id)
  if (!readersOfPiece({ ...piece, schoolIds }, today()).includes(readers.staff(round.networkId)))
    return 'This piece is not shared with the network, so not everybody who judges could read it'
  const already = await db
    .selectFrom('moderationPieces')
    .select('id')
    .where('roundId', '=', round.id)
    .where('evidenceId', '=', piece.id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return already ? 'This piece is in the round already' : piece
}

/** A piece of evidence is judged where it stands: nothing of it is copied. */
export async function putEvidence(trx: Trx, round: ModerationRound, person: Person, piece: Pick<Piece, 'id'>) {
  await put(trx, round, person, { evidenceId: piece.id, goesTo: 'network' })
}

/** Pupils’ work that is brought for the round alone, with what those in it agreed to. */
export async function putOwnPiece(
  trx: Trx,
  round: ModerationRound,
  person: Person,
  words: OwnPieceWords,
  files: { prepared: Prepared; alt: string }[],
): Promise<void> {
  const id = await put(trx, round, person, words)
  for (const [position, { prepared, alt }] of files.entries()) {
    const file = await recordFile(trx, prepared, person)
    await trx.insertInto('moderationFiles').values({ pieceId: id, fileId: file.id, alt, position }).execute()
  }
}

async function put(trx: Trx, round: ModerationRound, person: Person, given: Partial<ModerationPiece>): Promise<string> {
  const { newest, many } = await trx
    .selectFrom('moderationPieces')
    .select(eb => [eb.fn.max('number').as('newest'), eb.fn.countAll<number>().as('many')])
    .where('roundId', '=', round.id)
    .executeTakeFirstOrThrow()
  if (Number(many) >= mostPieces) throw new Conflict('A round holds thirty pieces at most. Begin another one.')
  const piece = { id: newId(), networkId: round.networkId, roundId: round.id, number: Number(newest ?? 0) + 1 }
  await trx
    .insertInto('moderationPieces')
    .values({ ...nothingYet, ...given, ...piece, addedAt: now(), addedBy: person.id })
    .execute()
  await record(trx, { kind: 'piece put into a moderation round', by: person, ...aboutPiece(piece) })
  return piece.id
}

const nothingYet = {
  ...{ evidenceId: null, schoolId: null, endsOn: null, agreedAt: null, agreedBy: null },
  ...{ removedAt: null, removedBy: null },
}

/** Takes a piece out, with all that was said of it; what was brought for the round is erased for good. */
export async function takePieceOut(
  trx: Trx,
  { piece, files }: Pick<FoundPiece, 'piece' | 'files'>,
  person: Person,
  removedBecause: string,
): Promise<void> {
  const blank = piece.evidenceId === null ? { title: '', words: '', givenBy: '' } : {}
  await trx
    .updateTable('moderationPieces')
    .set({ removedAt: now(), removedBy: person.id, removedBecause, reason: '', ...blank })
    .where('id', '=', piece.id)
    .execute()
  await forgetWords(trx, [piece.id])
  for (const file of files) await eraseFile(trx, file)
  const gone = files.map(file => file.id)
  await record(trx, { kind: 'piece taken out of a moderation round', by: person, ...aboutPiece(piece), files: gone })
}

export const reasonKind = 'moderation reason'

/** What was said of pieces goes with them: each one’s words, and the reason that was written together. */
export async function forgetWords(trx: Trx, pieceIds: string[]): Promise<void> {
  if (pieceIds.length === 0) return
  await trx.updateTable('moderationPieces').set({ reason: '' }).where('id', 'in', pieceIds).execute()
  await trx.updateTable('moderationJudgements').set({ because: '' }).where('pieceId', 'in', pieceIds).execute()
  const texts = trx.selectFrom('texts').select('id').where('kind', '=', reasonKind).where('owner', 'in', pieceIds)
  await trx.updateTable('textVersions').set({ body: '' }).where('textId', 'in', texts).execute()
  await trx
    .updateTable('texts')
    .set({ body: '' })
    .where('kind', '=', reasonKind)
    .where('owner', 'in', pieceIds)
    .execute()
}
