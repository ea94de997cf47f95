import type { Db } from '../database.js'
import { inGroup } from '../enquiries/whose.js'
import type { WordsOf } from '../room.js'

/** Whose words a part of a write-up holds. @param id of the part */
export async function groupOfPart(db: Db, id: string): Promise<WordsOf | undefined> {
  const row = await db
    .selectFrom('writeUpParts')
    .innerJoin('writeUps', 'writeUps.id', 'writeUpParts.writeUpId')
    .select('writeUps.groupId')
    .where('writeUpParts.id', '=', id)
    .executeTakeFirst()
  return inGroup(row?.groupId)
}
