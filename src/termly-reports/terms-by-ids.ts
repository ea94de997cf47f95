import type { Db } from '../database.js'
import type { Term } from '../networks/tables.js'

/** Terms of any network, in no particular order. */
export async function termsByIds(db: Db, ids: string[]): Promise<Term[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('terms')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
}
