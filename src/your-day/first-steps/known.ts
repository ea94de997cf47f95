import { sql } from 'kysely'
import type { Db } from '../../database.js'
import { asksWith, type Slots } from '../../database/in-the-same-words.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { mayProposeGroups } from '../../groups/permissions.js'
import type { Person } from '../../people/person.js'
import { type NetworkRight, rolesThat } from '../../people/roles/roles.js'
import { now } from '../../web/now.js'
import type { KnownGroup, KnownNetwork, KnownPerson } from './steps.js'

/** What first steps of networks are worked out from, by their ids. */
export async function knownNetworks(db: Db, ids: string[]): Promise<Map<string, KnownNetwork>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('networks')
    .select('id')
    .select([
      sql<number>`(select count(*) from terms where network_id = networks.id)`.as('terms'),
      sql<number>`(select count(*) from schools where network_id = networks.id and left_at is null)`.as('schools'),
      countOf('works').as('people'),
      sql<number>`${countOf('leads the network')} + ${countOf('leads the theme')}`.as('leaders'),
      sql<number>`(select count(*) from groups where network_id = networks.id)`.as('groups'),
      sql<number>`(select count(*) from circles where network_id = networks.id and group_id is null)`.as('circles'),
      sql<number>`(select count(*) from keeping_periods where network_id = networks.id)`.as('periods'),
    ])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, inNumbers(row)]))
}

/** Those whose roles in the network grant the right, and those who are invited to such a role. */
function countOf(right: NetworkRight) {
  const roles = sql.join(rolesThat(right))
  return sql<number>`(
    (select count(distinct person_id) from network_roles
      where network_id = networks.id and ended_at is null and role in (${roles}))
    + (select count(*) from invitations
      where network_id = networks.id and accepted_at is null and withdrawn_at is null and expires_at > ${now()}
        and role in (${roles})))`
}

/** What first steps of groups are worked out from. */
export async function knownGroups(db: Db, enquiries: Enquiry[]): Promise<Map<string, KnownGroup>> {
  if (enquiries.length === 0) return new Map()
  const ids = enquiries.map(one => one.groupId)
  const logged = await thoseThatLogged(db, { ids })
  const withEvidence = new Set(logged.map(one => one.id))
  return new Map(
    enquiries.map(({ groupId: id, schoolIds }) => [
      id,
      { id, schools: schoolIds.length, hasEvidence: withEvidence.has(id) },
    ]),
  )
}

const thoseThatLogged = asksWith((db, { ids }: Slots<{ ids: string[] }>) =>
  db
    .selectFrom('groups')
    .select('groups.id')
    .where('groups.id', 'in', ids)
    .where(eb =>
      eb.exists(eb.selectFrom('evidence').select('evidence.id').whereRef('evidence.groupId', '=', 'groups.id')),
    ),
)

/** What somebody's own first steps are worked out from. */
export async function knownPerson(db: Db, person: Person): Promise<KnownPerson> {
  // Whoever leads a network has its groups to see to before one of their own.
  const leads = person.rolesWith('leads the network').length > 0
  const could = leads ? null : (person.networkIds.find(id => mayProposeGroups(person, id)) ?? null)
  const joinsIn = person.groups.length === 0 ? could : null
  return {
    isAdministrator: person.isAdministrator,
    networks: person.isAdministrator ? await anyNetwork(db) : 0,
    joins: could !== null,
    isHead: person.rolesWith('answers for the school').length > 0,
    joinsIn,
    open: joinsIn === null ? 0 : await openGroups(db, joinsIn),
    withoutDataLead: await withoutDataLead(db, person),
  }
}

async function anyNetwork(db: Db): Promise<number> {
  return (await db.selectFrom('networks').select('id').limit(1).executeTakeFirst()) ? 1 : 0
}

async function openGroups(db: Db, networkId: string): Promise<number> {
  const group = await db
    .selectFrom('groups')
    .select('id')
    .where('networkId', '=', networkId)
    .where('closedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return group ? 1 : 0
}

async function withoutDataLead(db: Db, person: Person): Promise<KnownPerson['withoutDataLead']> {
  const headed = person.rolesWith('answers for the school').flatMap(one => one.schoolId ?? [])
  if (headed.length === 0) return null
  const school = await db
    .selectFrom('schools')
    .select(['id', 'networkId'])
    .where('id', 'in', headed)
    .where('leftAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('networkRoles')
            .select('networkRoles.id')
            .whereRef('networkRoles.schoolId', '=', 'schools.id')
            .where('networkRoles.role', '=', 'data lead')
            .where('networkRoles.endedAt', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('roleConfirmations')
            .select('roleConfirmations.id')
            .whereRef('roleConfirmations.schoolId', '=', 'schools.id')
            .where('roleConfirmations.role', '=', 'data lead')
            .where('roleConfirmations.confirmedAt', 'is', null)
            .where('roleConfirmations.refusedAt', 'is', null),
        ),
      ),
    )
    .orderBy('name')
    .limit(1)
    .executeTakeFirst()
  return school ?? null
}

/** PostgreSQL counts in letters. */
function inNumbers({ id, ...counts }: KnownNetwork): KnownNetwork {
  const each = Object.entries(counts).map(([what, count]) => [what, Number(count)])
  return { id, ...(Object.fromEntries(each) as Omit<KnownNetwork, 'id'>) }
}
