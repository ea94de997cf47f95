import type { Db } from '../database.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import type { Person } from './person.js'

export interface GroupWithoutLead {
  id: string
  name: string
}

/**
 * Ends every membership of somebody in one network's groups, and each group remembers it. Their work stays.
 * @returns the groups they led
 */
export async function leaveGroupsIn(
  trx: Db,
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
  const { name } = await trx.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirstOrThrow()
  const did =
    by.id === personId ? 'left the network, and this group with it' : `noted that ${name} has left the network`

  for (const { membership, id } of left) {
    await trx.updateTable('groupPeople').set({ leftAt: now() }).where('id', '=', membership).execute()
    await rememberInGroup(trx, { networkId, groupId: id }, by, did, personId)
  }
  return left.filter(one => one.role === 'lead learner' && one.closedAt === null).map(({ id, name }) => ({ id, name }))
}

/** The groups' room stands after this one, so the line in the group's history is written here. */
export async function rememberInGroup(
  trx: Db,
  { networkId, groupId }: { networkId: string; groupId: string },
  by: Pick<Person, 'id'>,
  did: string,
  aboutId: string,
): Promise<void> {
  const entry = { id: newId(), networkId, groupId, at: now(), personId: by.id, did, because: null }
  await trx
    .insertInto('history')
    .values({ ...entry, aboutKind: 'person', aboutId })
    .execute()
}
