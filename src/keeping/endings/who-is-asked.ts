import type { Db } from '../../database.js'
import type { Asked } from '../../grave-acts/kinds.js'
import { leadsOf, peopleOf } from '../../groups/people.js'
import { headsOf } from '../../networks/people/data-leads.js'
import type { School } from '../../networks/tables.js'
import { holdersOf } from '../coming/who-is-told.js'

/**
 * The second person: a network leader where the lead learner asked, the lead learner where a network leader did; another network
 * leader where the group has no lead learner.
 */
export async function whoAgreesToEndOfGroup(db: Db, { ofId, networkId, askedBy }: Asked): Promise<string[]> {
  const leads = await leadsOf(db, ofId)
  return leads.includes(askedBy) || leads.length === 0 ? holdersOf(db, networkId ?? '', 'network leader') : leads
}

/** Everybody in the group, and its network’s leaders: once it is agreed, all of them hear of it. */
export async function everybodyAround(db: Db, groupId: string): Promise<string[]> {
  const group = await db.selectFrom('groups').select('networkId').where('id', '=', groupId).executeTakeFirst()
  const people = (await peopleOf(db, groupId)).map(one => one.personId)
  return [...new Set([...people, ...(await holdersOf(db, group?.networkId ?? '', 'network leader'))])]
}

/** The other of administrator and leader; another administrator where nobody leads it. */
export async function whoAgreesToEndOfNetwork(db: Db, { ofId, askedBy }: Asked): Promise<string[]> {
  const leaders = await holdersOf(db, ofId, 'network leader')
  if (leaders.length > 0 && !leaders.includes(askedBy)) return leaders
  const administrators = await db
    .selectFrom('people')
    .select('id')
    .where('administratorSince', 'is not', null)
    .execute()
  return administrators.map(one => one.id)
}

/** Everybody with a role in the network. */
export async function everybodyInNetwork(db: Db, networkId: string): Promise<string[]> {
  const roles = await db
    .selectFrom('networkRoles')
    .select('personId')
    .distinct()
    .where('networkId', '=', networkId)
    .where('endedAt', 'is', null)
    .execute()
  return roles.map(role => role.personId)
}

/** The other of head and network leader; another network leader where the school has no head here. */
export async function whoAgreesToParting(db: Db, { ofId, networkId, askedBy }: Asked): Promise<string[]> {
  const heads = (await headsOf(db, ofId)).map(one => one.personId)
  return heads.includes(askedBy) || heads.length === 0 ? holdersOf(db, networkId ?? '', 'network leader') : heads
}

/** Everybody who works in the school, and the network’s leaders. */
export async function everybodyAroundSchool(db: Db, school: Pick<School, 'id' | 'networkId'>): Promise<string[]> {
  const rows = await db
    .selectFrom('networkRoles')
    .select('personId')
    .distinct()
    .where('schoolId', '=', school.id)
    .where('endedAt', 'is', null)
    .execute()
  return [...rows.map(row => row.personId), ...(await holdersOf(db, school.networkId, 'network leader'))]
}
