import type { Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { now } from '../../web/now.js'
import { namesOf } from '../people.js'
import type { Person } from '../person.js'

export interface GroupWithoutLead {
  id: string
  name: string
}

/**
 * Ends every membership of somebody in one network's groups, and each group remembers it. Their work stays.
 * @returns the groups they led
 */
export async function leaveGroupsIn(
  trx: Trx,
  networkId: string,
  personId: string,
  by: Pick<Person, 'id'>,
): Promise<GroupWithoutLead[]> {
  const left = await trx
    .selectFrom('groupPeople')
    .innerJoin('groups', 'groups.id', 'groupPeople.groupId')
    .select(['groupPeople.id as membership', 'groupPeople.role', 'groups.id', 'groups.name', 'groups.closedAt'])
    .where('groupPeople.personId', '=', personId)
    .where('groupPeople.leftAt', 'is', null)
    .where('groups.networkId', '=', networkId)
    .execute()
  const name = (await namesOf(trx, [personId]))(personId)
  for (const { membership, id } of left) {
    await trx.updateTable('groupPeople').set({ leftAt: now() }).where('id', '=', membership).execute()
    const ofPerson = { by, networkId, groupId: id, aboutKind: 'person', aboutId: personId }
    await (by.id === personId
      ? record(trx, { kind: 'left with the network', ...ofPerson })
      : record(trx, { kind: 'said to have left the network', ...ofPerson, name }))
  }
  return left.filter(one => one.role === 'lead learner' && one.closedAt === null).map(({ id, name }) => ({ id, name }))
}
