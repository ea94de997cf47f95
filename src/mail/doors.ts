import type { Db } from '../database.js'
import { newToken } from '../web/new-id.js'
import './tables.js'

/**
 * The token in the letters to somebody. Whoever holds one of their letters can stop letters of a kind and nothing else, so
 * it is kept as it is: it must stand in every letter anew.
 */
export async function doorOf(db: Db, person: { id: string }): Promise<string> {
  await db
    .insertInto('letterDoors')
    .values({ personId: person.id, token: newToken() })
    .onConflict(c => c.column('personId').doNothing())
    .execute()
  const row = await db
    .selectFrom('letterDoors')
    .select('token')
    .where('personId', '=', person.id)
    .executeTakeFirstOrThrow()
  return row.token
}

/** Whose letters they are; undefined for a token that nobody has. */
export function behindDoor(db: Db, token: string) {
  return db
    .selectFrom('letterDoors')
    .innerJoin('people', 'people.id', 'letterDoors.personId')
    .select(['people.id', 'people.email'])
    .where('letterDoors.token', '=', token)
    .executeTakeFirst()
}

/** The page on which one press stops letters of a kind; it needs no sign-in. */
export function offAddress(baseUrl: string, door: string, letter: string): string {
  return `${baseUrl}/letters/off/${door}/${letter}`
}
