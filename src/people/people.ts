import type { Db } from '../database.js'
import { Reader } from '../names/reader.js'
import { rolesThat } from './roles/roles.js'
import type { PersonRow } from './tables.js'

/**
 * The person, as a reader, with every role and membership that has not ended; undefined when there is none or they were
 * disabled. Those that come from a school end when it leaves the network, and are there again when it comes back; who
 * leads a network does so whichever school they work in.
 */
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
    .leftJoin('schools', 'schools.id', 'networkRoles.schoolId')
    .selectAll('networkRoles')
    .where('personId', '=', id)
    .where('endedAt', 'is', null)
    .where(eb =>
      eb.or([eb('schools.leftAt', 'is', null), eb('networkRoles.role', 'in', rolesThat('leads the network'))]),
    )
    .execute()
  const groups = await db
    .selectFrom('groupPeople')
    .leftJoin('schools', 'schools.id', 'groupPeople.schoolId')
    .selectAll('groupPeople')
    .where('personId', '=', id)
    .where('groupPeople.leftAt', 'is', null)
    .where('schools.leftAt', 'is', null)
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
