import type { Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict } from '../../errors.js'
import type { Place } from '../../evidence/readable-texts/anchoring.js'
import { numberOf } from '../../evidence/listing/cards.js'
import type { Piece } from '../../evidence/evidence.js'
import { makePassage } from '../../evidence/readable-texts/passages.js'
import type { Passage, ReadableText } from '../../evidence/tables.js'
import type { Person } from '../../people/person.js'
import { listed } from '../../words/words.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { act, type Change, made, removed } from '../undoing/acts.js'
import { bookOf } from '../codebook/book.js'
import { codeNamed, putCode } from '../codebook/keeping-codes.js'
import { putMemo } from '../memos/memos.js'
import type { Coding } from '../tables.js'

/** What somebody gives to a passage: codes that are known, a new one by its name, a memo; any of these. */
export interface GivenToPassage {
  codes: string[]
  newCode?: string
  memo?: string
}

/** Where a coding belongs: to the group's own, or to the blind reading of its second reader. */
export interface InBlindReading {
  id: string
  codeIds: string[]
}

/**
 * Gives codes and a memo to some words of a text, all in one step. A code that the passage carries already is not given twice.
 * @param text a text of the piece, as `textsOf` gave it
 * @throws Conflict when no words were chosen, nothing was given, or the codes are not in use
 */
export async function codePassage(
  trx: Trx,
  enquiry: Enquiry,
  piece: Piece,
  text: ReadableText,
  place: Place,
  person: Person,
  given: GivenToPassage,
  reading: InBlindReading | null = null,
): Promise<{ passage: Passage; codings: string[]; said: string }> {
  const passage = await makePassage(trx, text, place, person)
  const { codes, changes: madeCodes } = await codesGiven(trx, enquiry, person, given, reading)
  const { ids, changes } = await giveCodes(trx, passage, codes, person, enquiry.groupId, reading?.id ?? null)
  const memo = given.memo
    ? [
        await putMemo(trx, person, enquiry.groupId, given.memo, {
          passageId: passage.id,
          evidenceId: piece.id,
          readingId: reading?.id ?? null,
        }),
      ]
    : []
  const all = [...madeCodes, ...changes, ...memo]
  if (codes.length === 0 && memo.length === 0) throw new Conflict('Choose a code, name a new one, or write a memo.')
  const names = listed(codes.filter(code => changes.length === 0 || ids.includes(code.id)).map(code => code.name))
  const said =
    changes.length > 0
      ? `coded ${numberOf(piece)} with “${names}”`
      : memo.length > 0
        ? `wrote a memo on ${numberOf(piece)}`
        : 'coded the same passage again'
  if (all.length > 0)
    await act(
      trx,
      { groupId: enquiry.groupId, person, did: said, evidenceId: piece.id, readingId: reading?.id ?? null },
      all,
    )
  return { passage, codings: changes.map(change => change.id), said }
}

async function codesGiven(
  trx: Trx,
  enquiry: Enquiry,
  person: Person,
  given: GivenToPassage,
  reading: InBlindReading | null,
) {
  const book = await bookOf(trx, enquiry)
  const codes = [...new Set(given.codes)].map(id => {
    const code = book.find(one => one.id === id)
    if (!code || code.retiredAt) throw new Conflict('That code is not in use any more. Choose another one.')
    if (reading && !reading.codeIds.includes(id)) throw new Conflict('This blind reading goes on without that code.')
    return { id: code.id, name: code.name }
  })
  if (!given.newCode) return { codes, changes: [] as Change[] }
  const known = codeNamed(book, given.newCode)
  if (reading && !(known && reading.codeIds.includes(known.id)))
    throw new Conflict('While you read blind, the codes stay as they are. Note your idea in a memo.')
  if (known?.retiredAt) throw new Conflict(`“${known.name}” is retired. Bring it back in the codebook first.`)
  if (known) return { codes: [...codes.filter(one => one.id !== known.id), known], changes: [] as Change[] }
  const { code, change } = await putCode(trx, enquiry, person, { name: given.newCode })
  return { codes: [...codes, code], changes: [change] }
}

/** Puts codings in as part of a larger act; @returns the ids of the codes that the passage did not carry yet. */
export async function giveCodes(
  trx: Trx,
  passage: Pick<Passage, 'id' | 'evidenceId'>,
  codes: { id: string }[],
  person: { id: string },
  groupId: string,
  readingId: string | null,
): Promise<{ ids: string[]; changes: Change[] }> {
  const carried = await trx
    .selectFrom('codings')
    .select('codeId')
    .where('passageId', '=', passage.id)
    .where('removedAt', 'is', null)
    .where('readingId', readingId ? '=' : 'is', readingId)
    .execute()
  const fresh = codes.filter(code => !carried.some(one => one.codeId === code.id))
  const rows: Coding[] = fresh.map(code => ({
    id: newId(),
    groupId,
    codeId: code.id,
    passageId: passage.id,
    evidenceId: passage.evidenceId,
    readingId,
    reader: readingId ? 'second' : null,
    madeAt: now(),
    madeBy: person.id,
    removedAt: null,
  }))
  if (rows.length > 0) await trx.insertInto('codings').values(rows).execute()
  return { ids: fresh.map(code => code.id), changes: rows.map(row => made('coding', row.id)) }
}

/** Takes a code off a passage. @throws Conflict when it is off already */
export async function takeCodeOff(
  trx: Trx,
  coding: { id: string; groupId: string; codeId: string; evidenceId: string; number: number; readingId: string | null },
  person: Person,
): Promise<void> {
  const current = await trx
    .selectFrom('codings')
    .innerJoin('codes', 'codes.id', 'codings.codeId')
    .select(['codings.removedAt', 'codes.name'])
    .where('codings.id', '=', coding.id)
    .executeTakeFirstOrThrow()
  if (current.removedAt) throw new Conflict('Somebody has taken this code off already.')
  const { groupId, evidenceId, readingId } = coding
  const did = `took “${current.name}” off a passage of ${numberOf(coding)}`
  await act(trx, { groupId, person, did, evidenceId, readingId }, [removed('coding', coding.id)])
}
