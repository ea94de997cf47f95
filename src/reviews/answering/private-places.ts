import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import type { ReviewRound } from '../tables.js'

/** Another network on the square, which only whoever placed it ever sees. */
export interface PrivatePlace {
  id: string
  called: string
  across: number
  up: number
}

export function privatePlacesOf(
  db: Db,
  round: Pick<ReviewRound, 'id'>,
  person: Pick<Person, 'id'>,
): Promise<PrivatePlace[]> {
  return db
    .selectFrom('reviewPrivatePlaces')
    .select(['id', 'called', 'across', 'up'])
    .where('personId', '=', person.id)
    .where('roundId', '=', round.id)
    .orderBy('called')
    .execute()
}

/** One beside the own is enough: another takes its place. */
export async function placePrivately(
  db: Db,
  round: Pick<ReviewRound, 'id'>,
  person: Pick<Person, 'id'>,
  place: Omit<PrivatePlace, 'id'>,
): Promise<void> {
  await forgetPlaces(db, round, person)
  await db
    .insertInto('reviewPrivatePlaces')
    .values({ id: newId(), roundId: round.id, personId: person.id, ...place })
    .execute()
}

export async function forgetPlaces(db: Db, round: Pick<ReviewRound, 'id'>, person: Pick<Person, 'id'>): Promise<void> {
  await db.deleteFrom('reviewPrivatePlaces').where('roundId', '=', round.id).where('personId', '=', person.id).execute()
}
