import type { Trx } from '../database.js'
import { Conflict } from '../errors.js'
import { record } from '../facts/facts.js'
import { written } from '../names/written.js'
import type { Person } from '../people/person.js'
import { aboutGroup } from './joining.js'
import type { Group } from './tables.js'

type Description = Pick<Group, 'name' | 'why' | 'themeId'>

/**
 * Changes the group's name, its reason to be, and its theme.
 * @throws Conflict when somebody changed them since they were read
 */
export async function describeGroup(trx: Trx, group: Group, person: Person, words: Description): Promise<void> {
  const changed = await trx
    .updateTable('groups')
    .set({ name: words.name, why: words.why, themeId: words.themeId })
    .where('id', '=', group.id)
    .where('name', '=', group.name)
    .where('why', '=', written(group.why))
    .where('themeId', 'is', group.themeId)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Conflict('Somebody changed the group meanwhile.')
  const done = { by: person, ...aboutGroup(group) }
  await (words.name === group.name
    ? record(trx, { kind: 'group described', ...done })
    : record(trx, { kind: 'group renamed', ...done, before: group.name }))
}

/** A short sign of what a description says, for a form to carry: two people who change it at once are told. */
export function versionOf({ name, why, themeId }: Description): string {
  return JSON.stringify([name, why, themeId])
}
