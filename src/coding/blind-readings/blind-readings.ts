import type { Db, Trx } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { Conflict, NotFound } from '../../errors.js'
import { evidenceInGroups } from '../../evidence/evidence.js'
import { makePassage } from '../../evidence/texts/passages.js'
import type { ReadableText } from '../../evidence/tables.js'
import { record } from '../../facts/facts.js'
import type { Reader } from '../../names/reader.js'
import { personById } from '../../people/people.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import { gaps } from '../../reach/reaches.js'
import { differencesIn, type ReadText } from './agreement.js'
import { findCodingGroup } from '../codebook/book.js'
import { fileIsThere } from '../passages/codings.js'
import { about } from '../codebook/keeping-codes.js'
import { sentencesOf } from '../passages/sentences.js'
import type { BlindReading } from '../tables.js'

export interface FoundReading extends BlindReading {
  enquiry: Enquiry
  pieceIds: string[]
  codeIds: string[]
}

/** @throws NotFound unless the person is in its group */
export async function findReading(db: Db, person: Reader, id: string): Promise<FoundReading> {
  const reading = await db.selectFrom('blindReadings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!reading || !person.isVolunteerIn(reading.groupId)) throw new NotFound('blind reading')
  const enquiry = await findCodingGroup(db, person, reading.groupId)
  const pieces = await db.selectFrom('blindReadingPieces').select('evidenceId').where('readingId', '=', id).execute()
  const codes = await db.selectFrom('blindReadingCodes').select('codeId').where('readingId', '=', id).execute()
  return {
    ...reading,
    enquiry,
    pieceIds: pieces.map(one => one.evidenceId),
    codeIds: codes.map(one => one.codeId),
  }
}

export function isGoingOn(reading: Pick<BlindReading, 'comparedAt' | 'stoppedAt'>): boolean {
  return reading.comparedAt === null && reading.stoppedAt === null
}

export interface NewReading {
  secondReader: string
  why: string
  pieces: string[]
  codes: string[]
}

/**
 * Starts a blind reading: from now on the second reader sees none of the group's codings in these pieces, until both are
 * done. The first reading is what the group has coded; whoever starts it answers for it.
 * @param values.pieces pieces shared with the group that the starter may read
 * @throws Conflict when the second reader is reading one of them blind already, or is not in the group
 */
export async function startReading(trx: Trx, enquiry: Enquiry, person: Reader, values: NewReading): Promise<string> {
  if (values.secondReader === person.id)
    throw new Conflict('Whoever starts it answers for the first reading, so somebody else has to read blind.')

  const second = await personById(trx, values.secondReader)
  if (!second?.isVolunteerIn(enquiry.groupId)) throw new Conflict('The second reader has to be in the group.')
  await readsNoneOfThemYet(trx, second, values.pieces)
  const id = newId()
  await trx
    .insertInto('blindReadings')
    .values({
      id,
      groupId: enquiry.groupId,
      number: await nextNumber(trx, enquiry.groupId),
      why: values.why,
      firstReader: person.id,
      secondReader: second.id,
      startedAt: now(),
      startedBy: person.id,
      ...{ firstDoneAt: null, secondDoneAt: null, comparedAt: null, stoppedAt: null, stoppedBy: null },
    })
    .execute()
  const pieces = values.pieces.map(evidenceId => ({ readingId: id, evidenceId }))
  await trx.insertInto('blindReadingPieces').values(pieces).execute()
  const codes = values.codes.map(codeId => ({ readingId: id, codeId }))
  await trx.insertInto('blindReadingCodes').values(codes).execute()
  await record(trx, { kind: 'blind reading started', by: person, ...about(enquiry, id) })
  return id
}

async function readsNoneOfThemYet(trx: Trx, second: Reader, pieces: string[]): Promise<void> {
  const other = await trx
    .selectFrom('blindReadings')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.readingId', 'blindReadings.id')
    .select('blindReadings.number')
    .where('blindReadings.secondReader', '=', second.id)
    .where('blindReadingPieces.evidenceId', 'in', pieces)
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .executeTakeFirst()
  if (other)
    throw new Conflict(
      `${second.name} is reading some of these pieces blind already, in blind reading ${other.number}.`,
    )
}

async function nextNumber(trx: Trx, groupId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('blindReadings')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

/** One of the two says that they are done; when both have, the two readings are laid side by side and stay as they are. */
export async function sayDone(trx: Trx, { id }: FoundReading, person: Reader): Promise<{ compared: boolean }> {
  const reading = await trx.selectFrom('blindReadings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (!isGoingOn(reading)) throw new Conflict('This blind reading is over already.')
  const mine = person.id === reading.secondReader ? 'secondDoneAt' : 'firstDoneAt'
  const done = { ...reading, [mine]: reading[mine] ?? now() }
  await trx
    .updateTable('blindReadings')
    .set({ [mine]: done[mine] })
    .where('id', '=', id)
    .execute()
  if (!done.firstDoneAt || !done.secondDoneAt) return { compared: false }
  await trx.updateTable('blindReadings').set({ comparedAt: now() }).where('id', '=', id).execute()
  await keepFirstReading(trx, reading)
  await keepDifferences(trx, reading, person)
  const group = await trx
    .selectFrom('groups')
    .select(['id as groupId', 'networkId'])
    .where('id', '=', reading.groupId)
    .executeTakeFirstOrThrow()
  await record(trx, { kind: 'blind reading finished', by: person, ...about(group, id) })
  return { compared: true }
}

/** Not done after all, as long as the other is not either. */
export async function takeDoneBack(trx: Trx, { id }: FoundReading, person: Reader): Promise<void> {
  const reading = await trx.selectFrom('blindReadings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (!isGoingOn(reading)) throw new Conflict('Both of you were done, and the readings are compared.')
  const mine = person.id === reading.secondReader ? 'secondDoneAt' : 'firstDoneAt'
  await trx
    .updateTable('blindReadings')
    .set({ [mine]: null })
    .where('id', '=', id)
    .execute()
}

/** Ends it without comparing. The second reader sees everything again; what they coded blind is kept by nobody's count. */
export async function stopReading(db: Db, { id }: FoundReading, person: Reader): Promise<void> {
  await db
    .updateTable('blindReadings')
    .set({ stoppedAt: now(), stoppedBy: person.id })
    .where('id', '=', id)
    .where('comparedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .execute()
}

/** The first reading is what the group has coded, without what the second reader coded openly themselves. */
async function keepFirstReading(trx: Trx, reading: BlindReading): Promise<void> {
  const codings = await trx
    .selectFrom('codings')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.evidenceId', 'codings.evidenceId')
    .innerJoin('blindReadingCodes', 'blindReadingCodes.codeId', 'codings.codeId')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .selectAll('codings')
    .where('blindReadingPieces.readingId', '=', reading.id)
    .where('blindReadingCodes.readingId', '=', reading.id)
    .where('codings.readingId', 'is', null)
    .where('codings.removedAt', 'is', null)
    .where('codings.madeBy', '<>', reading.secondReader)
    .where('passages.lostAt', 'is', null)
    .execute()
  for (const coding of codings)
    await trx
      .insertInto('codings')
      .values({ ...coding, id: newId(), readingId: reading.id, reader: 'first' })
      .execute()
}

async function keepDifferences(trx: Trx, reading: BlindReading, person: Reader): Promise<void> {
  const codes = await trx.selectFrom('blindReadingCodes').select('codeId').where('readingId', '=', reading.id).execute()
  const texts = await textsRead(trx, reading)
  for (const { row, read } of texts)
    for (const found of differencesIn(
      read,
      codes.map(one => one.codeId),
    )) {
      const passage = await makePassage(trx, row, found, person)
      const id = newId()
      await trx
        .insertInto('differences')
        .values({
          ...{ id, readingId: reading.id, evidenceId: found.evidenceId, passageId: passage.id },
          ...{ resolution: null, resolvedAt: null, resolvedBy: null },
        })
        .execute()
      const used = [
        ...found.onlyFirst.map(codeId => ({ differenceId: id, codeId, usedBy: 'first' as const })),
        ...found.onlySecond.map(codeId => ({ differenceId: id, codeId, usedBy: 'second' as const })),
      ]
      await trx.insertInto('differenceCodes').values(used).execute()
    }
}

/**
 * The texts of a reading as they stand, with what both readers coded in them. Without asking who is asking, so that both
 * readings are of the same texts: narrow by `only` to the pieces that a reader may see.
 */
export async function textsRead(
  db: Db,
  { id }: Pick<BlindReading, 'id'>,
  only?: string[],
): Promise<{ row: ReadableText; read: ReadText }[]> {
  if (only?.length === 0) return []
  const rows = await evidenceInGroups(db)
    .innerJoin('blindReadingPieces', 'blindReadingPieces.evidenceId', 'evidence.id')
    .innerJoin('readableTexts', 'readableTexts.evidenceId', 'evidence.id')
    .selectAll('readableTexts')
    .where('blindReadingPieces.readingId', '=', id)
    .where('evidence.reach', 'not in', gaps)
    .where('readableTexts.replacedAt', 'is', null)
    .where('readableTexts.words', '<>', '')
    .where(eb => fileIsThere(eb))
    .$if(only !== undefined, query => query.where('evidence.id', 'in', only!))
    .orderBy('evidence.number')
    .orderBy('readableTexts.id')
    .execute()
  const codings = await db
    .selectFrom('codings')
    .innerJoin('passages', 'passages.id', 'codings.passageId')
    .select(['codings.codeId', 'codings.reader', 'codings.passageId', 'passages.readableTextId'])
    .select(['passages.startsAt', 'passages.endsAt'])
    .where('codings.readingId', '=', id)
    .where('codings.removedAt', 'is', null)
    .where('passages.lostAt', 'is', null)
    .execute()
  return rows.map(row => ({
    row,
    read: {
      textId: row.id,
      evidenceId: row.evidenceId,
      length: row.words.length,
      sentences: sentencesOf(row.words),
      codings: codings
        .filter(one => one.readableTextId === row.id)
        .map(one => ({ ...one, reader: one.reader ?? 'second' })),
    },
  }))
}
