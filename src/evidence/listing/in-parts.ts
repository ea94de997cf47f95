import { sql } from 'kysely'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import { type Pieces, visibleInOrder } from '../../reach/visible-in-order.js'
import { breathe } from '../../web/breathing.js'
import type { Piece } from '../evidence.js'
import { type EvidenceFilters, piecesInOrder, whichOf } from './listing.js'
import { keyOf, type Sort } from './sorting.js'

const atOnce = 500

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
  const { which } = await whichOf(db, person, enquiry, filters, among !== undefined)
  const visible = (narrow: (query: Pieces) => Pieces) =>
    visibleInOrder(db, person, { ...which, narrow: query => narrow(which.narrow(query)) })

  const numbers = new Map<string, number[]>()
  for await (const part of among ? partsOf(among) : partsOfNumbers(db, enquiry)) {
    const found = visible(query => query.where(among ? 'evidence.id' : 'evidence.number', 'in', part as number[]))
    if (!found) return
    for (const { key, number } of await keysOf(db, found, sort)) {
      const alike = numbers.get(key)
      if (alike) alike.push(number)
      else numbers.set(key, [number])
    }
    await breathe()
  }
  for (const part of partsOf(inOrder(numbers, sort))) {
    const places = new Map(part.map((number, place) => [number, place]))
    const rows = await visible(query => query.where('evidence.number', 'in', part))!.execute()
    await breathe()
    rows.sort((one, other) => places.get(one.number)! - places.get(other.number)!)
    for (const some of partsOf(rows, atOnce / 4)) {
      yield await piecesInOrder(
        db,
        person,
        some.map(row => row.id),
      )
      await breathe()
    }
  }
}

/** The numbers that pieces of a group may have, some at a time. */
async function* partsOfNumbers(db: Db, { groupId }: Enquiry): AsyncGenerator<number[]> {
  const { last } = await db
    .selectFrom('evidence')
    .select(eb => eb.fn.max('number').as('last'))
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  for (let from = 1; from <= Number(last ?? 0); from += atOnce)
    yield Array.from({ length: atOnce }, (_, place) => from + place)
}

function* partsOf<One>(all: One[], size = atOnce): Generator<One[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size)
}

async function keysOf(db: Db, found: Pieces, sort: Sort): Promise<{ key: string; number: number }[]> {
  const { rows } = await sql<{ key: string; number: number }>`select evidence.number, ${keyOf[sort]} as key
    from ${found.as('found')} inner join evidence on evidence.id = found.id`.execute(db)
  return rows
}

/** Pieces alike come the newest first, but where the list goes by numbers. */
function inOrder(numbers: Map<string, number[]>, sort: Sort): number[] {
  const [first, then] = sort === 'school' ? [1, -1] : sort === 'number' ? [1, 1] : [-1, -1]
  return [...numbers.keys()]
    .sort((one, other) => (one < other ? -first : first))
    .flatMap(key => numbers.get(key)!.sort((one, other) => then * (one - other)))
}
