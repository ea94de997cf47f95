import type { Db } from '../../database.js'

/** The groups of a network, whose evidence is judged where it is shared with the network. */
export async function groupsToTakeFrom(db: Db, networkId: string): Promise<{ value: string; text: string }[]> {
  const rows = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('networkId', '=', networkId)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ value: id, text: name }))
}
