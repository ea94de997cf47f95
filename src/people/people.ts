import type { Db } from '../database.js'
import { Reader } from '../names/reader.js'
import type { PersonRow } from './tables.js'

/** The person, as a reader, with every role and membership that has not ended; undefined when there is none or they were disabled. */
export async function personById(db: Db, id: string): Promise<Reader | undefined> {
  const row = await db
    .selectFrom('people')
    .selectAll()
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const roles = await db
    .selectFrom('networkRoles')
    .selectAll()
    .where('personId', '=', id)
    .where('endedAt', 'is', null)
    .execute()
  const groups = await db
    .selectFrom('groupPeople')
    .selectAll()
    .where('personId', '=', id)
    .where('leftAt', 'is', null)
    .execute()
  return new Reader(row, roles, groups)
}

/** The account of an email address, also one that is disabled; undefined when there is none. */
export function personByEmail(db: Db, email: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
}

/** What these people are called, asked by their ids. Whoever is not there any more is somebody who has left. */
export async function namesOf(db: Db, ids: (string | null)[]): Promise<(id: string | null) => string> {
  const asked = [...new Set(ids)].filter(id => id !== null)
  const rows =
    asked.length > 0 ? await db.selectFrom('people').select(['id', 'name']).where('id', 'in', asked).execute() : []
  const names = new Map<string | null, string>(rows.map(row => [row.id, row.name]))
  return id => names.get(id) ?? 'Somebody who has left'
}
