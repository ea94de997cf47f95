import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { act, type Change, made, removed } from '../undoing/acts.js'
import { fileIsThere } from '../passages/codings.js'
import { isReadBlind } from '../blind-readings/reading-guard.js'
import type { Memo } from '../tables.js'

export interface MemoInView extends Memo {
  words: string
  madeByName: string
  writtenAt: string
  writtenByName: string
}

type Group = Pick<Enquiry, 'groupId'>

/** What a memo is about: a code, or a passage of a piece. */
interface MemoSubject {
  codeId?: string | null
  passageId?: string | null
  evidenceId?: string | null
  readingId?: string | null
}

/** Puts a memo in as part of a larger act. */
export async function putMemo(trx: Trx, person: { id: string }, groupId: string, words: string, on: MemoSubject) {
  const [id, wordsId] = [newId(), newId()]
  await trx
    .insertInto('memos')
    .values({
      id,
      groupId,
      codeId: on.codeId ?? null,
      passageId: on.passageId ?? null,
      evidenceId: on.evidenceId ?? null,
      readingId: on.readingId ?? null,
      wordsId,
      version: 0,
      madeAt: now(),
      madeBy: person.id,
      removedAt: null,
    })
    .execute()
  await keepWords(trx, wordsId, id, words, person)
  return made('memo', id)
}

async function keepWords(trx: Trx, id: string, memoId: string, words: string, person: { id: string }): Promise<void> {
  await trx.insertInto('memoWords').values({ id, memoId, words, writtenAt: now(), writtenBy: person.id }).execute()
}

/** Writes a thought down about a code. */
export async function writeOnCode(
  trx: Trx,
  code: { id: string; groupId: string; name: string },
  person: Reader,
  words: string,
): Promise<void> {
  const change = await putMemo(trx, person, code.groupId, words, { codeId: code.id })
  await act(trx, { groupId: code.groupId, person, did: `wrote a memo on the code “${code.name}”` }, [change])
}

/**
 * Changes what a memo says; what it said is kept, so that the step can be undone.
 * @returns false, and changes nothing, when somebody has changed it since that version
 */
export async function reviseMemo(
  trx: Trx,
  memo: Memo,
  person: Reader,
  words: string,
  version: number,
): Promise<boolean> {
  const current = await trx.selectFrom('memos').selectAll().where('id', '=', memo.id).executeTakeFirstOrThrow()
  if (current.version !== version || current.removedAt) return false
  const wordsId = newId()
  await keepWords(trx, wordsId, memo.id, words, person)
  const change: Change = {
    thing: 'memo',
    id: memo.id,
    before: { wordsId: current.wordsId },
    after: { wordsId },
  }
  await act(trx, { ...aboutMemo(memo), person, did: 'changed a memo' }, [change])
  return true
}

/** Takes a memo away; its writer may, and whoever else is in the group, since it can be undone. */
export async function removeMemo(trx: Trx, memo: Memo, person: Reader): Promise<void> {
  if (memo.removedAt) return
  await act(trx, { ...aboutMemo(memo), person, did: 'took a memo away' }, [removed('memo', memo.id)])
}

function aboutMemo({ groupId, evidenceId, readingId }: Memo) {
  return { groupId, evidenceId, readingId }
}

const memoInView = [
  'memoWords.words',
  'author.name as madeByName',
  'memoWords.writtenAt',
  'writer.name as writtenByName',
] as const

/** The memos on passages of the group that a member may read; those of a blind reading are another question. */
export function passageMemosVisibleTo(db: Db, person: Reader, { groupId }: Group, readingId: string | null = null) {
  return evidenceVisibleTo(db, person)
    .innerJoin('memos', 'memos.evidenceId', 'evidence.id')
    .innerJoin('passages', 'passages.id', 'memos.passageId')
    .innerJoin('readableTexts', 'readableTexts.id', 'passages.readableTextId')
    .innerJoin('memoWords', 'memoWords.id', 'memos.wordsId')
    .innerJoin('people as author', 'author.id', 'memos.madeBy')
    .innerJoin('people as writer', 'writer.id', 'memoWords.writtenBy')
    .where('evidence.groupId', '=', groupId)
    .where('memos.removedAt', 'is', null)
    .where('memos.readingId', readingId ? '=' : 'is', readingId)
    .where('passages.lostAt', 'is', null)
    .where('readableTexts.replacedAt', 'is', null)
    .where(eb => fileIsThere(eb))
    .where(eb =>
      eb.or([
        eb.not(isReadBlind(eb as unknown as ExpressionBuilder<Tables, 'evidence'>, person)),
        eb('memos.madeBy', '=', person.id),
      ]),
    )
}

export type PassageMemo = MemoInView & { textId: string; startsAt: number; endsAt: number; quoted: string }

/** The memos on the passages of one piece, in the order of its text. */
export function memosOnPiece(
  db: Db,
  person: Reader,
  group: Group,
  evidenceId: string,
  readingId: string | null = null,
): Promise<PassageMemo[]> {
  return passageMemosVisibleTo(db, person, group, readingId)
    .selectAll('memos')
    .select(memoInView)
    .select(['passages.readableTextId as textId', 'passages.startsAt', 'passages.endsAt', 'passages.words as quoted'])
    .where('evidence.id', '=', evidenceId)
    .where(eb => eb.or([eb('memos.readingId', 'is', null), eb('memos.madeBy', '=', person.id)]))
    .orderBy('passages.startsAt')
    .orderBy('memos.madeAt')
    .execute()
}

/** The memos on a code, the oldest first. Whoever holds the code may read them. */
export function memosOnCode(db: Db, codeId: string): Promise<MemoInView[]> {
  return db
    .selectFrom('memos')
    .innerJoin('memoWords', 'memoWords.id', 'memos.wordsId')
    .innerJoin('people as author', 'author.id', 'memos.madeBy')
    .innerJoin('people as writer', 'writer.id', 'memoWords.writtenBy')
    .selectAll('memos')
    .select(memoInView)
    .where('memos.codeId', '=', codeId)
    .where('memos.removedAt', 'is', null)
    .orderBy('memos.madeAt')
    .execute()
}

/** @throws NotFound unless the person is in the group, and may read what the memo is about */
export async function findMemo(db: Db, person: Reader, id: string): Promise<MemoInView> {
  const row = await db.selectFrom('memos').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.removedAt || !person.isVolunteerIn(row.groupId)) throw new NotFound('memo')
  const seen = row.evidenceId
    ? await memosOnPiece(db, person, row, row.evidenceId, row.readingId)
    : row.codeId
      ? await memosOnCode(db, row.codeId)
      : []
  const memo = seen.find(one => one.id === id)
  if (!memo) throw new NotFound('memo')
  return memo
}
