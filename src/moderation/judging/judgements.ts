import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { aboutPiece } from '../pieces/putting-in.js'
import type { ModerationPiece } from '../tables.js'

/** Which level somebody saw, by criterion. */
export type Marks = Record<string, number>

export interface Judgement {
  id: string
  pieceId: string
  personId: string
  name: string
  because: string
  marks: Marks
}

/** Every judgement of these pieces. Only for whoever may see them: permissions.ts. */
export async function judgementsOf(db: Db, pieceIds: string[], ofPerson?: string): Promise<Judgement[]> {
  if (pieceIds.length === 0) return []
  const rows = await db
    .selectFrom('moderationJudgements')
    .innerJoin('people', 'people.id', 'moderationJudgements.personId')
    .select(['moderationJudgements.id', 'pieceId', 'personId', 'people.name', 'because'])
    .where('pieceId', 'in', pieceIds)
    .$if(ofPerson !== undefined, query => query.where('personId', '=', ofPerson!))
    .orderBy('people.name')
    .execute()
  if (rows.length === 0) return []
  const marks = await db
    .selectFrom('moderationMarks')
    .innerJoin('moderationJudgements', 'moderationJudgements.id', 'moderationMarks.judgementId')
    .select(['judgementId', 'criterionId', 'level'])
    .where('moderationJudgements.pieceId', 'in', pieceIds)
    .execute()
  return rows.map(row => {
    const own = marks.filter(one => one.judgementId === row.id)
    return { ...row, marks: Object.fromEntries(own.map(one => [one.criterionId, one.level])) }
  })
}

/** Who has judged which piece, and nothing of what they said. */
export function whoHasJudged(db: Db, pieceIds: string[]): Promise<{ pieceId: string; personId: string }[]> {
  if (pieceIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('moderationJudgements')
    .select(['pieceId', 'personId'])
    .where('pieceId', 'in', pieceIds)
    .execute()
}

/** Gives one’s judgement of a piece, or gives it anew as long as the round is not open. */
export async function judge(
  trx: Trx,
  piece: ModerationPiece,
  person: Person,
  { marks, because }: { marks: Marks; because: string },
): Promise<void> {
  const before = await trx
    .selectFrom('moderationJudgements')
    .select('id')
    .where('pieceId', '=', piece.id)
    .where('personId', '=', person.id)
    .executeTakeFirst()
  const id = before?.id ?? newId()
  if (before) {
    await trx.updateTable('moderationJudgements').set({ because, givenAt: now() }).where('id', '=', id).execute()
    await trx.deleteFrom('moderationMarks').where('judgementId', '=', id).execute()
  } else {
    const given = { id, pieceId: piece.id, personId: person.id, because, givenAt: now() }
    await trx.insertInto('moderationJudgements').values(given).execute()
  }
  const rows = Object.entries(marks).map(([criterionId, level]) => ({ judgementId: id, criterionId, level }))
  await trx.insertInto('moderationMarks').values(rows).execute()
  await record(trx, { kind: 'piece judged', by: person, ...aboutPiece(piece) })
}
