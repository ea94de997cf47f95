import type { Db, Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import { unread } from '../../names/names.js'
import type { Person } from '../../people/person.js'
import { type Saved, textsOf } from '../../texts/texts.js'
import { now } from '../../web/now.js'
import type { Marks } from '../judging/judgements.js'
import { aboutPiece, reasonKind } from '../pieces/putting-in.js'
import type { ModerationPiece } from '../tables.js'

export const theReason = 'reason'

/** The reason as it is being written together. */
export async function reasonNow(db: Db, piece: Pick<ModerationPiece, 'id'>): Promise<Saved> {
  const found = (await textsOf(db, reasonKind, piece.id))[theReason]
  return found ? unread(found) : { body: '', version: 0, savedAt: null, savedBy: null }
}

/** What was agreed of pieces, by piece and criterion. */
export async function agreedOn(db: Db, pieceIds: string[]): Promise<Map<string, Marks>> {
  if (pieceIds.length === 0) return new Map()
  const rows = await db.selectFrom('moderationAgreements').selectAll().where('pieceId', 'in', pieceIds).execute()
  const all = new Map<string, Marks>()
  for (const { pieceId, criterionId, level } of rows) all.set(pieceId, { ...all.get(pieceId), [criterionId]: level })
  return all
}

/** Writes down what was agreed, with the reason that was written together. @throws Conflict while there is none */
export async function agree(trx: Trx, piece: ModerationPiece, person: Person, marks: Marks): Promise<void> {
  const { body } = await reasonNow(trx, piece)
  if (body.trim() === '') throw new Conflict('Write down together why, before it is agreed.')
  await trx.deleteFrom('moderationAgreements').where('pieceId', '=', piece.id).execute()
  const rows = Object.entries(marks).map(([criterionId, level]) => ({ pieceId: piece.id, criterionId, level }))
  await trx.insertInto('moderationAgreements').values(rows).execute()
  await trx
    .updateTable('moderationPieces')
    .set({ agreedAt: now(), agreedBy: person.id, reason: body.trim() })
    .where('id', '=', piece.id)
    .execute()
  await record(trx, { kind: 'judgement of a piece agreed', by: person, ...aboutPiece(piece) })
}

/** Talks of it again: until it is agreed anew it is no example. */
export async function talkAgain(trx: Trx, piece: ModerationPiece, person: Person): Promise<void> {
  await trx
    .updateTable('moderationPieces')
    .set({ agreedAt: null, agreedBy: null, reason: '' })
    .where('id', '=', piece.id)
    .execute()
  await record(trx, { kind: 'judgement of a piece talked of again', by: person, ...aboutPiece(piece) })
}
