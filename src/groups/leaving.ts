import type { Trx } from '../database.js'
import { Conflict } from '../errors.js'
import { record } from '../facts/facts.js'
import type { Person } from '../people/person.js'
import { now } from '../web/now.js'
import { aboutGroup, type GroupInNetwork } from './joining.js'

/**
 * Somebody leaves the group. What they made stays, under their name; an offer of the lead to or from them falls away.
 * @throws Conflict for the lead learner of an open group, who hands over or closes it first
 */
export async function leaveGroup(
  trx: Trx,
  group: GroupInNetwork & { closedAt: string | null },
  person: Person,
): Promise<void> {
  if (person.leads(group.id) && group.closedAt === null)
    throw new Conflict('You lead this group. Hand it over to a volunteer first, or close it.')

  const left = await trx
    .updateTable('groupPeople')
    .set({ leftAt: now() })
    .where('groupId', '=', group.id)
    .where('personId', '=', person.id)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (left.numUpdatedRows === 0n) throw new Conflict('You have left this group already.')
  await trx
    .updateTable('handovers')
    .set({ declinedAt: now() })
    .where('groupId', '=', group.id)
    .where('toPerson', '=', person.id)
    .where('acceptedAt', 'is', null)
    .where('declinedAt', 'is', null)
    .execute()
  await record(trx, { kind: 'group left', by: person, ...aboutGroup(group) })
}

/** Thanks a facilitator and ends their invitation: they see nothing of the group from their next request on. */
export async function endFacilitation(
  trx: Trx,
  group: GroupInNetwork,
  person: Person,
  facilitator: { id: string; name: string },
): Promise<void> {
  const ended = await trx
    .updateTable('groupPeople')
    .set({ leftAt: now() })
    .where('id', '=', facilitator.id)
    .where('groupId', '=', group.id)
    .where('role', '=', 'facilitator')
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Conflict('This facilitator has left already.')
  await record(trx, { kind: 'facilitation ended', by: person, ...aboutGroup(group), name: facilitator.name })
}
