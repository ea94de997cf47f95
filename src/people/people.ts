import { sql } from 'kysely'
import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import { Reader } from '../names/reader.js'
import { rolesThat } from './roles/roles.js'
import type { GroupPerson, NetworkRole, PersonRow, Session } from './tables.js'

/** Somebody’s row, with what they hold now. */
type PersonWithStandings = PersonRow & { heldRoles: string; heldGroups: string }

/**
 * The person, as a reader, with every role and membership that has not ended; undefined when there is none or they were
 * disabled. Those that come from a school end when it leaves the network, and are there again when it comes back; who
 * leads a network does so whichever school they work in.
 */
export async function personById(db: Db, id: string): Promise<Reader | undefined> {
  const row = await db
    .selectFrom('people')
    .selectAll('people')
    .select([rolesHeld, groupsHeld])
    .where('people.id', '=', id)
    .executeTakeFirst()
  return row && readerFrom(row)
}

/** A session and whose it is, as they stand now; `reader` is undefined when the person was disabled. */
export async function sessionWithReader(
  db: Db,
  tokenHash: string,
): Promise<{ session: Session; reader: Reader | undefined } | undefined> {
  const [row] = await sessionsWith(db, { tokenHash })
  return row && { session: row, reader: readerFrom(row) }
}

function readerFrom(row: PersonWithStandings): Reader | undefined {
  if (row.disabledAt !== null) return undefined
  const roles = JSON.parse(row.heldRoles) as NetworkRole[]
  const groups = JSON.parse(row.heldGroups) as GroupPerson[]
  return new Reader(row, roles, groups)
}

const rolesHeld = sql<string>`(select json_group_array(json_object('id', held.id, 'networkId', held.network_id,
    'personId', held.person_id, 'role', held.role, 'schoolId', held.school_id, 'themeId', held.theme_id,
    'partnerId', held.partner_id, 'beganAt', held.began_at, 'beganBy', held.began_by, 'endedAt', held.ended_at,
    'endedBy', held.ended_by))
  from network_roles as held left join schools as of_school on of_school.id = held.school_id
  where held.person_id = people.id and held.ended_at is null
    and (of_school.left_at is null or held.role in (${sql.join(rolesThat('leads the network'))})))`.as('heldRoles')

const groupsHeld = sql<string>`(select json_group_array(json_object('id', held.id, 'groupId', held.group_id,
    'personId', held.person_id, 'role', held.role, 'schoolId', held.school_id, 'joinedAt', held.joined_at,
    'until', held.until, 'leftAt', held.left_at))
  from group_people as held left join schools as of_school on of_school.id = held.school_id
  where held.person_id = people.id and held.left_at is null and of_school.left_at is null)`.as('heldGroups')

const sessionsWith = asksWith((db, { tokenHash }: Slots<{ tokenHash: string }>) =>
  db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .selectAll('people')
    .selectAll('sessions')
    .select([rolesHeld, groupsHeld])
    .where('sessions.tokenHash', '=', tokenHash),
)

const namesOfThese = asksWith((db, { asked }: Slots<{ asked: string[] }>) =>
  db.selectFrom('people').select(['id', 'name']).where('id', 'in', asked),
)

/** The account of an email address, also one that is disabled; undefined when there is none. */
export function personByEmail(db: Db, email: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst()
}

/** These people's names and addresses, but for disabled accounts. */
export function namesAndAddressesOf(db: Db, ids: string[]) {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('id', 'in', ids)
    .where('disabledAt', 'is', null)
    .execute()
}

/** What these people are called, asked by their ids. Whoever is not there any more is somebody who has left. */
export async function namesOf(db: Db, ids: (string | null)[]): Promise<(id: string | null) => string> {
  const asked = [...new Set(ids)].filter(id => id !== null)
  const rows = asked.length > 0 ? await namesOfThese(db, { asked }) : []
  const names = new Map<string | null, string>(rows.map(row => [row.id, row.name]))
  return id => names.get(id) ?? 'Somebody who has left'
}
