import type { Db } from '../database.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'

export interface Remembered {
  networkId: string
  groupId: string | null
  aboutKind: string
  aboutId: string
}

/**
 * Remembers what somebody did, in the same transaction as the deed. Group pages and termly reports read it.
 * @param did what was done, so that "Nia Prŷs {did}" reads as a sentence; it must say nothing that the whole group, its
 *   network leaders and heads may not read: name the piece by its number, never quote a private draft.
 */
export async function remember(
  db: Db,
  about: Remembered,
  person: Person,
  did: string,
  because: string | null = null,
): Promise<void> {
  await db
    .insertInto('history')
    .values({
      id: newId(),
      networkId: about.networkId,
      groupId: about.groupId,
      at: now(),
      personId: person.id,
      did,
      because,
      aboutKind: about.aboutKind,
      aboutId: about.aboutId,
    })
    .execute()
}

/** A line of the memory as a page shows it: "Nia Prŷs {did}", and why. */
export interface HistoryLine {
  id: string
  at: string
  personId: string | null
  name: string
  did: string
  because: string | null
  aboutKind: string
  aboutId: string
}

/** What happened in the group last, the newest first. */
export function latestIn(db: Db, groupId: string, most: number): Promise<HistoryLine[]> {
  return linesOf(db, groupId).limit(most).execute()
}

/** The whole memory of a group, the newest first. */
export function linesOf(db: Db, groupId: string) {
  return db
    .selectFrom('history')
    .leftJoin('people', 'people.id', 'history.personId')
    .select(['history.id', 'history.at', 'history.personId', 'history.did', 'history.because'])
    .select(['history.aboutKind', 'history.aboutId'])
    .select(eb => eb.fn.coalesce('people.name', eb.val('Somebody who has left')).as('name'))
    .where('history.groupId', '=', groupId)
    .orderBy('history.at', 'desc')
    .orderBy('history.id', 'desc')
}
