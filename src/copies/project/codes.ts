import type { Db } from '../../database.js'
import { isReadBlind } from '../../coding/blind-readings/reading-guard.js'
import type { Code } from '../../coding/tables.js'
import type { Person } from '../../people/person.js'
import type { Gathered } from '../gathering.js'

/** A passage that carries a code. Places count UTF-16 units in the stored words. */
export interface CopiedCoding {
  id: string
  codeId: string
  evidenceId: string
  passageId: string
  readableTextId: string
  startsAt: number
  endsAt: number
  words: string
  madeAt: string
  madeBy: string
  madeByName: string
}

export interface CopiedMemo {
  id: string
  codeId: string | null
  passageId: string | null
  words: string
  madeAt: string
  madeBy: string
}

/** The codebook in use, and what was coded in the pieces of a copy. What is being read blind is not part of it. */
export interface Codes {
  codes: Code[]
  codings: CopiedCoding[]
  memos: CopiedMemo[]
}

export async function codesFor(db: Db, person: Person, groupId: string, { pieces, called }: Gathered): Promise<Codes> {
  const included = new Set(pieces.map(piece => piece.id))
  const codes = await db
    .selectFrom('codes')
    .selectAll()
    .where('groupId', '=', groupId)
    .where('mergedInto', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute()
  const known = new Set(codes.map(code => code.id))
  const codings = (await codingsIn(db, person, groupId)).filter(
    coding => included.has(coding.evidenceId) && known.has(coding.codeId),
  )
  const passages = new Set(codings.map(coding => coding.passageId))
  const memos = (await memosIn(db, groupId)).filter(
    memo => (memo.codeId !== null && known.has(memo.codeId)) || passages.has(memo.passageId ?? ''),
  )
  return {
    codes: codes.map(code => ({
      ...code,
      name: called.read(code.name),
      description: called.read(code.description),
      notFor: called.read(code.notFor),
    })),
    codings,
    memos: memos.map(memo => ({ ...memo, words: called.read(memo.words) })),
  }
}

function codingsIn(db: Db, person: Person, groupId: string): Promise<CopiedCoding[]> {
  return db
    .selectFrom('codings')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .innerJoin('people', 'people.id', 'codings.madeBy')
    .innerJoin('evidence', 'evidence.id', 'codings.evidenceId')
    .select([
      'codings.id',
      'codings.codeId',
      'codings.evidenceId',
      'codings.passageId',
      'codings.madeAt',
      'codings.madeBy',
    ])
    .select(['passages.readableTextId', 'passages.startsAt', 'passages.endsAt', 'passages.words'])
    .select('people.name as madeByName')
    .where('codings.groupId', '=', groupId)
    .where('codings.readingId', 'is', null)
    .where(eb => eb.not(isReadBlind(eb, person)))
    .where('codings.removedAt', 'is', null)
    .where('passages.removedAt', 'is', null)
    .where('passages.lostAt', 'is', null)
    .orderBy('codings.madeAt')
    .orderBy('codings.id')
    .execute()
}

function memosIn(db: Db, groupId: string): Promise<CopiedMemo[]> {
  return db
    .selectFrom('memos')
    .innerJoin('memoWords', 'memoWords.id', 'memos.wordsId')
    .select(['memos.id', 'memos.codeId', 'memos.passageId', 'memoWords.words', 'memos.madeAt', 'memos.madeBy'])
    .where('memos.groupId', '=', groupId)
    .where('memos.readingId', 'is', null)
    .where('memos.removedAt', 'is', null)
    .orderBy('memos.madeAt')
    .execute()
}
