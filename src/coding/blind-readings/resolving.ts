import type { Db, Trx } from '../../database.js'
import { Conflict, NotFound } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import { makePassage } from '../../evidence/readable-texts/passages.js'
import type { Passage, ReadableText } from '../../evidence/tables.js'
import type { Reader } from '../../names/reader.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { act, type Change, removed } from '../undoing/acts.js'
import type { FoundBlindReading } from './blind-readings.js'
import { giveCodes } from '../passages/coding-passages.js'
import { overlap } from '../passages/sentences.js'
import type { Difference, ReaderPlace } from '../tables.js'
import type { Resolution } from './resolutions.js'

export interface DifferenceInView extends Difference {
  number: number
  title: string
  textId: string
  startsAt: number
  endsAt: number
  words: string
  text: string
  first: string[]
  second: string[]
  resolvedByName: string | null
  remarks: { id: string; words: string; by: string; at: string }[]
}

/** Where the two readers differed, in the pieces that the person may read, in the order of the texts. */
export async function differencesOf(db: Db, person: Reader, reading: FoundBlindReading): Promise<DifferenceInView[]> {
  if (!reading.comparedAt) return []
  const rows = await evidenceVisibleTo(db, person)
    .innerJoin('differences', 'differences.evidenceId', 'evidence.id')
    .innerJoin('passages', 'passages.id', 'differences.passageId')
    .innerJoin('readableTexts', 'readableTexts.id', 'passages.readableTextId')
    .leftJoin('people', 'people.id', 'differences.resolvedBy')
    .selectAll('differences')
    .select(['evidence.number', 'evidence.title', 'passages.readableTextId as textId', 'passages.startsAt'])
    .select(['passages.endsAt', 'passages.words', 'readableTexts.words as text', 'people.name as resolvedByName'])
    .where('differences.readingId', '=', reading.id)
    .where('passages.lostAt', 'is', null)
    .orderBy('evidence.number')
    .orderBy('passages.readableTextId')
    .orderBy('passages.startsAt')
    .execute()
  const ids = rows.map(row => row.id)
  if (ids.length === 0) return []
  const codes = await db.selectFrom('differenceCodes').selectAll().where('differenceId', 'in', ids).execute()
  const remarks = await db
    .selectFrom('differenceRemarks')
    .innerJoin('people', 'people.id', 'differenceRemarks.madeBy')
    .select(['differenceRemarks.id', 'differenceId', 'words', 'people.name as by', 'madeAt as at'])
    .where('differenceId', 'in', ids)
    .orderBy('madeAt')
    .execute()
  const used = (id: string, by: ReaderPlace) =>
    codes.filter(one => one.differenceId === id && one.usedBy === by).map(one => one.codeId)
  return reading.enquiry.names.read(rows).map(row => ({
    ...row,
    first: used(row.id, 'first'),
    second: used(row.id, 'second'),
    remarks: remarks.filter(one => one.differenceId === row.id),
  }))
}

/** @throws NotFound */
export async function findDifference(
  db: Db,
  person: Reader,
  reading: FoundBlindReading,
  id: string,
): Promise<DifferenceInView> {
  const found = (await differencesOf(db, person, reading)).find(one => one.id === id)
  if (!found) throw new NotFound('difference')
  return found
}

/**
 * What the group keeps of a difference becomes its coding at this place: kept codes are given to the sentences, the others
 * are taken off them, and off nothing beside them. One step, that remembers the decision and can be undone.
 */
export async function resolveDifference(
  trx: Trx,
  reading: FoundBlindReading,
  difference: DifferenceInView,
  person: Reader,
  resolution: Resolution,
): Promise<void> {
  const text = await trx
    .selectFrom('readableTexts')
    .selectAll()
    .where('id', '=', difference.textId)
    .where('replacedAt', 'is', null)
    .executeTakeFirst()
  if (!text) throw new Conflict('The text has changed since. Load the page again, and decide once more.')
  const keepsFirst = resolution === 'first' || resolution === 'both'
  const keepsSecond = resolution === 'second' || resolution === 'both'
  const kept = [...(keepsFirst ? difference.first : []), ...(keepsSecond ? difference.second : [])]
  const dropped = [...difference.first, ...difference.second].filter(code => !kept.includes(code))
  const changes: Change[] = []
  for (const codeId of await codesInUse(trx, kept))
    changes.push(...(await giveThere(trx, text, difference, codeId, person)))
  for (const codeId of dropped) changes.push(...(await takeOffThere(trx, text, difference, codeId, person)))
  changes.push({
    thing: 'difference',
    id: difference.id,
    before: {
      resolution: difference.resolution,
      resolvedAt: difference.resolvedAt,
      resolvedBy: difference.resolvedBy,
    },
    after: { resolution, resolvedAt: now(), resolvedBy: person.id },
  })
  const did = `settled a difference of blind reading ${reading.number} in E${difference.number}`
  await act(trx, { groupId: reading.groupId, person, did, evidenceId: difference.evidenceId }, changes)
}

async function codesInUse(trx: Trx, codeIds: string[]): Promise<string[]> {
  if (codeIds.length === 0) return []
  const rows = await trx
    .selectFrom('codes')
    .select('id')
    .where('id', 'in', codeIds)
    .where('removedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .execute()
  if (rows.length < codeIds.length)
    throw new Conflict('One of these codes was merged or removed since, so it cannot be kept here any more.')
  return rows.map(row => row.id)
}

type Coded = { id: string } & Pick<Passage, 'startsAt' | 'endsAt' | 'evidenceId'>

function codedThere(trx: Trx, text: ReadableText, codeId: string): Promise<Coded[]> {
  return trx
    .selectFrom('codings')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .select(['codings.id', 'passages.startsAt', 'passages.endsAt', 'passages.evidenceId'])
    .where('passages.readableTextId', '=', text.id)
    .where('codings.codeId', '=', codeId)
    .where('codings.readingId', 'is', null)
    .where('codings.removedAt', 'is', null)
    .execute()
}

async function giveThere(
  trx: Trx,
  text: ReadableText,
  place: DifferenceInView,
  codeId: string,
  person: Reader,
): Promise<Change[]> {
  const there = await codedThere(trx, text, codeId)
  if (there.some(one => overlap(one, place))) return []
  return give(trx, text, place, codeId, person)
}

async function give(
  trx: Trx,
  text: ReadableText,
  place: { startsAt: number; endsAt: number },
  codeId: string,
  person: Reader,
): Promise<Change[]> {
  if (text.words.slice(place.startsAt, place.endsAt).trim() === '') return []
  const passage = await makePassage(trx, text, place, person)
  const { groupId } = await trx
    .selectFrom('evidence')
    .select('groupId')
    .where('id', '=', text.evidenceId)
    .executeTakeFirstOrThrow()
  return (await giveCodes(trx, passage, [{ id: codeId }], person, groupId, null)).changes
}

/** A passage that reaches beyond the place keeps its code there. */
async function takeOffThere(
  trx: Trx,
  text: ReadableText,
  place: DifferenceInView,
  codeId: string,
  person: Reader,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const coding of await codedThere(trx, text, codeId)) {
    if (!overlap(coding, place)) continue
    changes.push(removed('coding', coding.id))
    changes.push(...(await give(trx, text, { startsAt: coding.startsAt, endsAt: place.startsAt }, codeId, person)))
    changes.push(...(await give(trx, text, { startsAt: place.endsAt, endsAt: coding.endsAt }, codeId, person)))
  }
  return changes
}

/** Says something about a difference; it is no step of the coding, and is not undone. */
export async function remarkOnDifference(
  db: Db,
  difference: { id: string },
  person: Reader,
  words: string,
): Promise<void> {
  await db
    .insertInto('differenceRemarks')
    .values({ id: newId(), differenceId: difference.id, words, madeAt: now(), madeBy: person.id })
    .execute()
}
