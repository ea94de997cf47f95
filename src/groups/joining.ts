import type { Trx } from '../database.js'
import { Conflict } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import type { Group } from './tables.js'
import { takingPart } from '../people/roles/roles.js'

/** The group that is joined, left or closed; a found group or an enquiry's group will do. */
export type GroupInNetwork = Pick<Group, 'id' | 'networkId'>

/**
 * Somebody volunteers for a group themselves, from a school they work in. Nobody is ever added by somebody else.
 * @throws Conflict when they are in the group already
 */
export async function volunteer(trx: Trx, group: GroupInNetwork, person: Person, schoolId: string): Promise<void> {
  const there = await trx
    .selectFrom('groupPeople')
    .select('id')
    .where('groupId', '=', group.id)
    .where('personId', '=', person.id)
    .where('role', 'in', takingPart)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (there) throw new Conflict('You are in this group already.')
  await join(trx, group, person, { role: 'volunteer', schoolId })
  await record(trx, { kind: 'volunteered', by: person, ...aboutGroup(group) })
}

/** Writes somebody into a group: used where they volunteer or propose the question. */
export async function join(
  trx: Trx,
  group: GroupInNetwork,
  person: Person,
  as: { role: 'lead learner' | 'volunteer'; schoolId: string },
): Promise<void> {
  await trx
    .insertInto('groupPeople')
    .values({
      id: newId(),
      groupId: group.id,
      personId: person.id,
      role: as.role,
      schoolId: as.schoolId,
      joinedAt: now(),
      until: null,
      leftAt: null,
    })
    .execute()
}

/** Gives the group a new join link; the one before leads nowhere from now on. @returns the new code */
export async function renewJoinLink(trx: Trx, group: GroupInNetwork, person: Person): Promise<string> {
  const joinCode = newId(20)

  await trx.updateTable('groups').set({ joinCode }).where('id', '=', group.id).execute()
  await record(trx, { kind: 'join link renewed', by: person, ...aboutGroup(group) })

  return joinCode
}

/** How a fact knows a group. */
export function aboutGroup(group: GroupInNetwork) {
  return { networkId: group.networkId, groupId: group.id, aboutKind: 'group', aboutId: group.id }
}
