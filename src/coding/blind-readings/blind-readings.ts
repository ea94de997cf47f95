import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { NotFound } from '../../errors.js'
import { evidenceVisibleTo } from '../../evidence/evidence.js'
import type { Reader } from '../../names/reader.js'
import { namesOf } from '../../people/people.js'
import type { Person } from '../../people/person.js'
import { findCodingGroup } from '../codebook/book.js'
import type { BlindReading } from '../tables.js'

/** A blind reading as somebody of its group found it, with what is read and with which codes. */
export interface FoundBlindReading extends BlindReading {
  enquiry: Enquiry
  pieceIds: string[]
  codeIds: string[]
}

/** @throws NotFound unless the person is in its group */
export async function findBlindReading(db: Db, person: Reader, id: string): Promise<FoundBlindReading> {
  const reading = await db.selectFrom('blindReadings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!reading || !person.isVolunteerIn(reading.groupId)) throw new NotFound('blind reading')
  const enquiry = await findCodingGroup(db, person, reading.groupId)
  const pieces = await db.selectFrom('blindReadingPieces').select('evidenceId').where('readingId', '=', id).execute()
  return { ...reading, enquiry, pieceIds: pieces.map(one => one.evidenceId), codeIds: await codeIdsOf(db, id) }
}

/** The blind reading in which this person is the second reader of a piece, until both readers are done. */
export async function blindReadingGoingOn(
  db: Db,
  person: Person,
  evidenceId: string,
): Promise<(BlindReading & { codeIds: string[] }) | null> {
  const reading = await db
    .selectFrom('blindReadings')
    .innerJoin('blindReadingPieces', 'blindReadingPieces.readingId', 'blindReadings.id')
    .selectAll('blindReadings')
    .where('blindReadingPieces.evidenceId', '=', evidenceId)
    .where('blindReadings.secondReader', '=', person.id)
    .where('blindReadings.comparedAt', 'is', null)
    .where('blindReadings.stoppedAt', 'is', null)
    .executeTakeFirst()
  if (!reading) return null
  return { ...reading, codeIds: await codeIdsOf(db, reading.id) }
}

async function codeIdsOf(db: Db, readingId: string): Promise<string[]> {
  const codes = await db.selectFrom('blindReadingCodes').select('codeId').where('readingId', '=', readingId).execute()
  return codes.map(one => one.codeId)
}

/** The blind readings of a group with the names of those who read, the newest first. */
export function blindReadingsOf(
  db: Db,
  { groupId }: Pick<Enquiry, 'groupId'>,
): Promise<(BlindReading & { firstName: string; secondName: string })[]> {
  return db
    .selectFrom('blindReadings')
    .innerJoin('people as first', 'first.id', 'blindReadings.firstReader')
    .innerJoin('people as second', 'second.id', 'blindReadings.secondReader')
    .selectAll('blindReadings')
    .select(['first.name as firstName', 'second.name as secondName'])
    .where('blindReadings.groupId', '=', groupId)
    .orderBy('blindReadings.number', 'desc')
    .execute()
}

/** The pieces of a blind reading that the person may read, by their numbers. */
export async function piecesReadBlind(
  db: Db,
  person: Reader,
  reading: FoundBlindReading,
): Promise<{ id: string; number: number; title: string }[]> {
  if (reading.pieceIds.length === 0) return []
  const rows = await evidenceVisibleTo(db, person)
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('evidence.id', 'in', reading.pieceIds)
    .orderBy('evidence.number')
    .execute()
  return reading.enquiry.names.read(rows)
}

/** What its two readers are called. */
export async function readersOf(
  db: Db,
  { firstReader, secondReader }: Pick<BlindReading, 'firstReader' | 'secondReader'>,
): Promise<{ first: string; second: string }> {
  const nameOfPerson = await namesOf(db, [firstReader, secondReader])
  return { first: nameOfPerson(firstReader), second: nameOfPerson(secondReader) }
}

/** It is neither compared nor stopped. */
export function isGoingOn(reading: Pick<BlindReading, 'comparedAt' | 'stoppedAt'>): boolean {
  return reading.comparedAt === null && reading.stoppedAt === null
}

/** Whether the person is its first reader or its second. */
export function isReaderOf(
  { firstReader, secondReader }: Pick<BlindReading, 'firstReader' | 'secondReader'>,
  person: Pick<Person, 'id'>,
): boolean {
  return [firstReader, secondReader].includes(person.id)
}
