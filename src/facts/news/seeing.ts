import { sql } from 'kysely'
import type { Db } from '../../database.js'
import { asksWith, type Slots, type ValueOrSlot } from '../../database/in-the-same-words.js'
import { beginningOf, daysAfter, now, today } from '../../web/now.js'
import type { HeardBy } from './tables.js'

/** What is older is not news any more, whether or not somebody came by. */
const daysNew = 31
/** A page that is opened again within this time still shows what it showed. */
const visitMilliseconds = 30 * 60_000

/** A place at which something can be new, as one person hears of it. */
export interface PlaceOfNews {
  place: 'group' | 'network'
  id: string
  heardBy: HeardBy
}

/** A place with something new in it, and the fact behind which the new ones begin. */
export type Unseen<Place extends PlaceOfNews = PlaceOfNews> = Place & { from: number }

/** Those of these places where others did something since this person was last there. Two questions, however many places. */
export async function unseenOf<Place extends PlaceOfNews>(
  db: Db,
  person: { id: string },
  places: Place[],
): Promise<Unseen<Place>[]> {
  if (places.length === 0) return []
  const rows = await positionsOf(db, { personId: person.id, ids: [...new Set(places.map(one => one.id))] })
  if (rows.length === 0) return []
  const oldest = await oldestThatIsNew(db)
  return places.flatMap(place => {
    const row = rows.find(one => one.heardBy === place.heardBy && one.placeId === place.id)
    if (!row) return []
    const from = Math.max(row.seen ?? 0, oldest)
    return (row.personId === person.id ? row.otherNumber : row.number) > from ? [{ ...place, from }] : []
  })
}

const positionsOf = asksWith((db, { personId, ids }: Slots<{ personId: string; ids: string[] }>) =>
  db
    .selectFrom('newsPositions')
    .leftJoin('placesSeen', join =>
      join
        .onRef('placesSeen.placeId', '=', 'newsPositions.placeId')
        .on('placesSeen.personId', '=', personId)
        .on(
          sql<boolean>`places_seen.place = case news_positions.heard_by when 'the network' then 'network' else 'group' end`,
        ),
    )
    .select(['newsPositions.heardBy', 'newsPositions.placeId', 'newsPositions.personId'])
    .select(['newsPositions.number', 'newsPositions.otherNumber', 'placesSeen.number as seen'])
    .where('newsPositions.placeId', 'in', ids),
)

/** The last fact that is no news any more. */
async function oldestThatIsNew(db: Db): Promise<number> {
  const [row] = await lastBefore(db, { newSince: newSince() })
  return row?.number ?? 0
}

function newSince(): string {
  return beginningOf(daysAfter(today(), -daysNew))
}

const lastBefore = asksWith((db, { newSince: moment }: Slots<{ newSince: string }>) => lastOld(db, moment))

function lastOld(db: Db, moment: ValueOrSlot) {
  return db.selectFrom('facts').select('number').where('at', '<', moment).orderBy('at', 'desc').limit(1)
}

/** The newest fact, and the last that is no news any more. */
async function bothEnds(db: Db): Promise<{ newest: number; oldest: number }> {
  const [ends] = await endsOfFacts(db, { newSince: newSince() })
  return { newest: ends?.newest ?? 0, oldest: ends?.oldest ?? 0 }
}

const endsOfFacts = asksWith((db, { newSince: moment }: Slots<{ newSince: string }>) =>
  db.selectNoFrom([
    ({ selectFrom }) =>
      selectFrom('facts')
        .select(({ fn }) => fn.max<number | null>('number').as('number'))
        .as('newest'),
    lastOld(db, moment).as('oldest'),
  ]),
)

/** Somebody has come to a place: what is there is seen. @returns the fact behind which the page shows what is new */
export async function visit(db: Db, person: { id: string }, { place, id }: PlaceOfNews): Promise<number> {
  const [before] = await seenAt(db, { personId: person.id, place, id })
  const { newest, oldest } = await bothEnds(db)
  const goesOn = before && Date.parse(now()) - Date.parse(before.seenAt) < visitMilliseconds
  const from = Math.max(goesOn ? before.shownFrom : (before?.number ?? 0), oldest)
  if (!goesOn || before.number < newest) await seenUntil(db, person, [{ place, id }], newest, from)
  return from
}

const seenAt = asksWith(
  (db, { personId, place, id }: Slots<Pick<PlaceOfNews, 'place' | 'id'> & { personId: string }>) =>
    db
      .selectFrom('placesSeen')
      .selectAll()
      .where('personId', '=', personId)
      .where('place', '=', place)
      .where('placeId', '=', id),
)

/** One press for everything: nothing of it is new any more. */
export async function markAsSeen(db: Db, person: { id: string }, places: Pick<PlaceOfNews, 'place' | 'id'>[]) {
  if (places.length === 0) return
  const newest = await newestNumber(db)
  await seenUntil(db, person, places, newest, newest)
}

async function seenUntil(
  db: Db,
  person: { id: string },
  places: Pick<PlaceOfNews, 'place' | 'id'>[],
  number: number,
  shownFrom: number,
): Promise<void> {
  const seen = { number, shownFrom, seenAt: now() }
  await db
    .insertInto('placesSeen')
    .values(places.map(({ place, id }) => ({ personId: person.id, place, placeId: id, ...seen })))
    .onConflict(c => c.columns(['personId', 'place', 'placeId']).doUpdateSet(seen))
    .execute()
}

async function newestNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('facts')
    .select(eb => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst()
  return row?.number ?? 0
}
