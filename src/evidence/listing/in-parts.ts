import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { comesUpon, type Way } from '../../reach/ways.js'
import { breathe } from '../../web/limits/breathing.js'
import { today } from '../../web/now.js'
import type { Piece } from '../evidence.js'
import { filled, ofWhom } from '../loading-pieces.js'
import { type EvidenceFilters, narrowed, waysFor } from './listing.js'
import { keyOf, type Sort } from './sorting.js'

const looked = 500
const read = 100

/**
 * All of a group's evidence that the person may see, as the list has it (`evidenceOf`), a part after the other as it is asked
 * for: only the numbers of the pieces are kept at once, and everybody else is answered between two parts. What can no longer be
 * seen when its part is read is left out.
 * @param among only these, as another room narrowed it, or as they were ticked
 */
export async function* evidenceInParts(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  filters: EvidenceFilters,
  among: string[] | undefined,
  sort: Sort,
): AsyncGenerator<Piece[]> {
  const which = { enquiry, filters, ways: waysFor(filters, among) }
  const numbers = new Map<string, number[]>()
  for await (const part of among ? numbersOf(db, enquiry, among) : allNumbers(db, enquiry)) {
    for (const { key, number } of await found(db, person, which, part, sort)) {
      const alike = numbers.get(key)
      if (alike) alike.push(number)
      else numbers.set(key, [number])
    }
    await breathe()
  }
  for (const part of partsOf(inOrder(numbers, sort), read)) {
    yield await piecesNumbered(db, person, which, part)
    await breathe()
  }
}

interface Which {
  enquiry: Enquiry
  filters: EvidenceFilters
  ways: Way[]
}

/** The numbers that pieces of a group may have, some at a time. */
async function* allNumbers(db: Db, { groupId }: Enquiry): AsyncGenerator<number[]> {
  const { last } = await db
    .selectFrom('evidence')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  for (let from = 1; from <= Number(last ?? 0); from += looked)
    yield Array.from({ length: looked }, (_, place) => from + place)
}

/** The numbers of these pieces, some at a time. */
async function* numbersOf(db: Db, { groupId }: Enquiry, ids: string[]): AsyncGenerator<number[]> {
  for (const part of partsOf([...new Set(ids)], looked)) {
    const rows = await db.selectFrom('evidence').select(['number', 'groupId']).where('id', 'in', part).execute()
    yield rows.filter(row => row.groupId === groupId).map(row => row.number)
  }
}

/** Those of these numbers that the person comes upon, each with that by which it goes in order. */
async function found(db: Db, person: Reader, { enquiry, filters, ways }: Which, numbers: number[], sort: Sort) {
  const rows = await narrowed(numbered(db, enquiry, numbers), filters)
    .select(['evidence.groupId', 'evidence.loggedBy', 'evidence.reach', 'evidence.reachUntil'])
    .select(keyOf[sort].as('key'))
    .execute()
  const schools = new Map<string, string[]>()
  for (const { evidenceId, schoolId } of await schoolsOf(
    db,
    rows.map(row => row.id),
  ))
    schools.set(evidenceId, [...(schools.get(evidenceId) ?? []), schoolId])
  const { networkId } = enquiry
  return rows.filter(row =>
    comesUpon(person, { ...row, networkId, schoolIds: schools.get(row.id) ?? [] }, today(), ways),
  )
}

function numbered(db: Db, { groupId }: Enquiry, numbers: number[]) {
  return db
    .selectFrom('evidence')
    .select(['evidence.id', 'evidence.gatheredOn', 'evidence.number'])
    .where('evidence.groupId', '=', groupId)
    .where('evidence.number', 'in', numbers)
}

function schoolsOf(db: Db, ids: string[]) {
  return db.selectFrom('evidenceSchools').selectAll().where('evidenceId', 'in', ids).execute()
}

/** The pieces of these numbers as the person meets them now, in this order. */
async function piecesNumbered(db: Db, person: Reader, { enquiry, ways }: Which, numbers: number[]): Promise<Piece[]> {
  const rows = await numbered(db, enquiry, numbers).selectAll('evidence').select(ofWhom).execute()
  const places = new Map(numbers.map((number, place) => [number, place]))
  rows.sort((one, other) => places.get(one.number)! - places.get(other.number)!)
  return (await filled(db, person, rows)).filter(piece =>
    comesUpon(person, { ...piece, schoolIds: piece.schools.map(school => school.id) }, today(), ways),
  )
}

/** Pieces alike come the newest first, but where the list goes by numbers. */
function inOrder(numbers: Map<string, number[]>, sort: Sort): number[] {
  const [first, then] = sort === 'school' ? [1, -1] : sort === 'number' ? [1, 1] : [-1, -1]
  return [...numbers.keys()]
    .sort((one, other) => (one < other ? -first : first))
    .flatMap(key => numbers.get(key)!.sort((one, other) => then * (one - other)))
}

function* partsOf<One>(all: One[], size: number): Generator<One[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size)
}
