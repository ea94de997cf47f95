import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'

/** The group that a thing belongs to, as this person calls it. */
export async function nameOfGroup(
  db: Db,
  person: Reader,
  groupId: string | null,
): Promise<{ id: string; name: string } | null> {
  if (groupId === null) return null
  const group = await db.selectFrom('groups').select('name').where('id', '=', groupId).executeTakeFirst()
  const { read } = await person.namesIn(db, groupId)
  return { id: groupId, name: read(group?.name ?? '') }
}
