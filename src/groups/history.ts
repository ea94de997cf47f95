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
