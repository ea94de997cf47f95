import type { Db } from '../../database.js'
import { NotFound } from '../../errors.js'

/** The networks of this installation, by name: whoever complains has no account by which theirs could be known. */
export function networksToComplainTo(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('networks').select(['id', 'name']).orderBy('name').execute()
}

/** A network, and its schools with whom to tell of a worry about a child. @throws NotFound */
export async function findPlace(db: Db, id: string) {
  const network = await db
    .selectFrom('networks')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound('network'))
  const schools = await db
    .selectFrom('schools')
    .select(['id', 'name', 'safeguardingContact'])
    .where('networkId', '=', id)
    .where('leftAt', 'is', null)
    .orderBy('name')
    .execute()
  return { network, schools }
}
