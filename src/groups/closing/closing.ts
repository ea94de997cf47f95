import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { aboutGroup, type GroupInNetwork } from '../joining.js'

/** Closes a group with a reason. Everything stays to be read; nothing more is written until it is reopened. */
export async function closeGroup(trx: Trx, group: GroupInNetwork, person: Person, because: string): Promise<void> {
  const closed = await trx
    .updateTable('groups')
    .set({ closedAt: now(), closedBy: person.id, closedBecause: because })
    .where('id', '=', group.id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new Conflict('This group is closed already.')
  await record(trx, { kind: 'group closed', by: person, ...aboutGroup(group), because })
}

/** Opens a closed group again, just as it was. */
export async function reopenGroup(trx: Trx, group: GroupInNetwork, person: Person, because: string): Promise<void> {
  const opened = await trx
    .updateTable('groups')
    .set({ closedAt: null, closedBy: null, closedBecause: null })
    .where('id', '=', group.id)
    .where('closedAt', 'is not', null)
    .executeTakeFirst()
  if (opened.numUpdatedRows === 0n) throw new Conflict('This group is open already.')
  await record(trx, { kind: 'group reopened', by: person, ...aboutGroup(group), because })
}
