import type { Db, Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { now } from '../../web/now.js'
import { namesOf } from '../people.js'
import type { Person } from '../person.js'
import type { NetworkRole } from '../tables.js'
import { rolesIn } from './granting-roles.js'
import { type GroupWithoutLead, leaveGroupsIn } from './leaving.js'
import { rolesThat } from './roles.js'

/** A group in which somebody would be for a school, or for a network, in which they do not work any more. */
export interface GroupAtStake {
  id: string
  name: string
  leads: boolean
}

/** What becomes of the places in these groups: kept, left, or held for another school from now on. */
export type ThenGroups = 'stay' | 'leave' | { forSchool: string }

export interface AtStake {
  groups: GroupAtStake[]
  /** It is the last role in which they work in the network. */
  isLast: boolean
  /** Other schools of theirs, for which they can stay. */
  schools: { id: string; name: string }[]
}

/**
 * The open groups in which somebody takes part for the school of this role; all of them, where no work in the network is
 * left. None, as long as another role ties them to the same school.
 */
export async function groupsAtStake(db: Db, role: NetworkRole): Promise<AtStake> {
  const others = await otherWork(db, role)
  const held = (await placesAtStake(db, role, others)).filter(one => one.closedAt === null)
  return {
    groups: held.map(({ id, name, role }) => ({ id, name, leads: role === 'lead learner' })),
    isLast: others.length === 0,
    schools: await schoolsToStayFor(db, others),
  }
}

async function placesAtStake(db: Db, role: NetworkRole, others: NetworkRole[]) {
  const isTied = others.some(one => one.schoolId === role.schoolId)
  if (!works(role) || isTied || (role.schoolId === null && others.length > 0)) return []
  return db
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groupPeople.id as place', 'groupPeople.role', 'groups.id', 'groups.name', 'groups.closedAt'])
    .where('groupPeople.personId', '=', role.personId)
    .where('groupPeople.leftAt', 'is', null)
    .where('groups.networkId', '=', role.networkId)
    .$if(others.length > 0, query => query.where('groupPeople.schoolId', '=', role.schoolId))
    .orderBy('groups.name')
    .execute()
}

async function otherWork(db: Db, role: NetworkRole): Promise<NetworkRole[]> {
  const held = await rolesIn(db, role.networkId, role.personId)
  return held.filter(one => one.id !== role.id && works(one))
}

function works({ role }: NetworkRole): boolean {
  return rolesThat('works').includes(role)
}

function schoolsToStayFor(db: Db, others: NetworkRole[]): Promise<AtStake['schools']> {
  const takingPart = others.filter(one => rolesThat('takes part in groups').includes(one.role))
  return db
    .selectFrom('schools')
    .select(['id', 'name'])
    .where('id', 'in', [...takingPart.flatMap(one => one.schoolId ?? []), ''])
    .where('leftAt', 'is', null)
    .orderBy('name')
    .execute()
}

/**
 * Does what was said of these groups, before the role ends. Each group remembers it; their work stays.
 * @returns the groups that now need a lead learner
 */
export async function settleGroups(
  trx: Trx,
  role: NetworkRole,
  by: Pick<Person, 'id'>,
  then: ThenGroups,
): Promise<GroupWithoutLead[]> {
  const others = await otherWork(trx, role)
  const held = await placesAtStake(trx, role, others)
  if (then === 'stay' || held.length === 0) return []
  if (then === 'leave' && others.length === 0) return leaveGroupsIn(trx, role.networkId, role.personId, by)
  const open = held.filter(one => one.closedAt === null)
  const name = (await namesOf(trx, [role.personId]))(role.personId)
  const school = (await schoolsToStayFor(trx, others)).find(one => then !== 'leave' && one.id === then.forSchool)
  for (const { place, id } of open) {
    const of = { by, networkId: role.networkId, groupId: id, aboutKind: 'person', aboutId: role.personId, name }
    const change = school ? { schoolId: school.id } : { leftAt: now() }
    await trx.updateTable('groupPeople').set(change).where('id', '=', place).execute()
    await (school
      ? record(trx, { kind: 'said to be for another school', ...of, school: school.name })
      : record(trx, { kind: 'said to have left the school', ...of }))
  }
  return school ? [] : open.filter(one => one.role === 'lead learner').map(({ id, name }) => ({ id, name }))
}
