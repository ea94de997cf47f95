import type { Db } from '../database.js'
import { enquiriesOf } from '../enquiries/enquiry.js'
import { foundIn } from '../enquiries/searching/cycles.js'
import type { Reader } from '../names/reader.js'
import { readers } from '../reach/readers.js'
import { idsIn, idsInGroup, idsOf } from '../search/ids.js'
import { afterPieces } from '../evidence/logging/after-pieces.js'
import { after } from '../search/renewals.js'
import type { Found, Searchable } from '../search/searchables.js'
import type { Thing } from './undoing/acts.js'
import { memosOnCode, passageMemosVisibleTo } from './memos/memos.js'
import { mayReadCoding } from './permissions.js'

/** The codes of a group’s codebook, for those in it. */
export const codeSearch: Searchable = {
  kind: 'code',
  one: 'code',
  many: 'codes',
  version: 1,
  renewals: [after(['coding changed'], ({ aboutId }, db) => changedBy(db, aboutId, 'code'))],
  ids: idsIn('codes'),
  async entries(db, ids) {
    return (await codesBy(db, ids)).map(code => ({
      record: code.id,
      title: code.name,
      words: wordsOfCode(code),
      day: code.madeAt,
      readers: [readers.member(code.groupId)],
      about: { group: code.groupId, by: code.madeBy, stage: 'evidence' },
    }))
  },
  async find(db, person, ids) {
    const codes = await codesBy(db, ids)
    const groups = await groupsToRead(db, person, codes)
    return codes.flatMap((code): Found[] => {
      const place = groups.get(code.groupId)
      if (!place) return []
      return [
        {
          ...place,
          record: code.id,
          thing: `code ${code.id}`,
          kind: code.retiredAt ? 'code, retired' : 'code',
          title: code.name,
          words: wordsOfCode(code),
          href: `/codes/${code.id}`,
          day: code.madeAt,
          by: code.madeBy,
          stage: 'evidence',
        },
      ]
    })
  },
}

/**
 * Memos on codes and on passages, for those in the group. Those of a blind reading are found by nobody, and while a piece
 * is read blind its second reader finds no memo of others on it, as on the piece itself.
 */
export const memoSearch: Searchable = {
  kind: 'memo',
  one: 'memo',
  many: 'memos',
  version: 1,
  renewals: [
    after(['coding changed'], ({ aboutId }, db) => changedBy(db, aboutId, 'memo')),
    // What was written about erased words is erased with them.
    ...afterPieces((db, pieces) =>
      idsOf(pieces, some => db.selectFrom('memos').select('id').where('evidenceId', 'in', some)),
    ),
  ],
  ids: idsIn('memos'),
  async entries(db, ids) {
    return (await memosBy(db, ids)).map(memo => ({
      record: memo.id,
      title: '',
      words: memo.words,
      day: memo.writtenAt,
      readers: [readers.member(memo.groupId)],
      about: { group: memo.groupId, by: memo.madeBy, stage: 'evidence' },
    }))
  },
  async find(db, person, ids) {
    const memos = await memosBy(db, ids)
    const groups = await groupsToRead(db, person, memos)
    const found: Found[] = []
    for (const [groupId, place] of groups) {
      const own = memos.filter(memo => memo.groupId === groupId)
      const readable = await readableAmong(db, person!, groupId, own)
      for (const memo of own) {
        const at = readable.get(memo.id)
        if (!at) continue
        found.push({
          ...place,
          record: memo.id,
          thing: `memo ${memo.id}`,
          kind: 'memo',
          title: '',
          heading: at.heading,
          words: memo.words,
          href: at.href,
          day: memo.writtenAt,
          by: memo.madeBy,
          stage: 'evidence',
        })
      }
    }
    return found
  },
}

export const codesOfGroup = idsInGroup('codes')
export const memosOfGroup = idsInGroup('memos')

async function changedBy(db: Db, actId: string | null, thing: Thing): Promise<string[]> {
  const rows = await db
    .selectFrom('codingChanges')
    .select('thingId')
    .where('actId', '=', actId)
    .where('thing', '=', thing)
    .execute()
  return rows.map(row => row.thingId)
}

async function codesBy(db: Db, ids: string[]) {
  return db
    .selectFrom('codes')
    .selectAll()
    .where('id', 'in', ids)
    .where('removedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .execute()
}

async function memosBy(db: Db, ids: string[]) {
  return db
    .selectFrom('memos')
    .innerJoin('memoWords', 'memoWords.id', 'memos.wordsId')
    .select(['memos.id', 'memos.groupId', 'memos.codeId', 'memos.passageId', 'memos.evidenceId', 'memos.madeBy'])
    .select(['memoWords.words', 'memoWords.writtenAt'])
    .where('memos.id', 'in', ids)
    .where('memos.removedAt', 'is', null)
    .where('memos.readingId', 'is', null)
    .where('memoWords.words', '<>', '')
    .execute()
}

/** Through the questions of the pages that show them: this decides. */
async function readableAmong(db: Db, person: Reader, groupId: string, memos: Awaited<ReturnType<typeof memosBy>>) {
  const readable = new Map<string, { heading: string; href: string }>()
  const onPassages = memos.filter(memo => memo.passageId !== null).map(memo => memo.id)
  if (onPassages.length > 0) {
    const rows = await passageMemosVisibleTo(db, person, { groupId })
      .select(['memos.id', 'evidence.id as evidenceId', 'evidence.number'])
      .where('memos.id', 'in', onPassages)
      .execute()
    for (const { id, evidenceId, number } of rows)
      readable.set(id, { heading: `Memo on E${number}`, href: `/evidence/${evidenceId}/coding#coding-${id}` })
  }
  for (const codeId of new Set(memos.flatMap(memo => memo.codeId ?? []))) {
    const code = (await codesBy(db, [codeId]))[0]
    if (!code) continue
    for (const { id } of await memosOnCode(db, codeId))
      readable.set(id, { heading: `Memo on the code “${code.name}”`, href: `/codes/${codeId}#memos` })
  }
  return readable
}

/** The groups among these whose coding the person reads, with what every hit in a group has. */
async function groupsToRead(db: Db, person: Reader | undefined, rows: { groupId: string }[]) {
  const ids = [...new Set(rows.map(row => row.groupId))].filter(id => person?.isVolunteerIn(id))
  if (!person || ids.length === 0) return new Map<string, ReturnType<typeof foundIn>>()
  const enquiries = (await enquiriesOf(db, person, ids)).filter(mayReadCoding)
  return new Map(enquiries.map(enquiry => [enquiry.groupId, foundIn(enquiry)]))
}

function wordsOfCode({ description, notFor }: { description: string; notFor: string }): string {
  return [description, notFor].filter(Boolean).join('\n\n')
}

/**
 * While a piece is being read blind, nobody comes upon the passages that somebody marked in it: the second reader would
 * see the first's, and the others the second's.
 */
export function unlessReadBlind(passages: Searchable): Searchable {
  return {
    ...passages,
    async find(db, person, records) {
      const blind = await inBlindReadings(db, records)
      return passages.find(
        db,
        person,
        records.filter(id => !blind.has(id)),
      )
    },
  }
}

async function inBlindReadings(db: Db, passages: string[]): Promise<Set<string>> {
  if (passages.length === 0) return new Set()
  const rows = await db
    .selectFrom('passages')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.evidenceId', 'passages.evidenceId')
    .innerJoin('blindReadings', 'blindReadings.id', 'blindReadingPieces.readingId')
    .select('passages.id')
    .where('passages.id', 'in', passages)
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .execute()
  return new Set(rows.map(row => row.id))
}
