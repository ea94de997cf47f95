import type { Db } from '../../database.js'

/** The names of these people, by their ids; nothing for nobody. */
export async function namesOf(db: Db, ids: (string | null)[]): Promise<(id: string | null) => string> {
  const wanted = [...new Set(ids.flatMap(id => id ?? []))]
  const rows =
    wanted.length === 0 ? [] : await db.selectFrom('people').select(['id', 'name']).where('id', 'in', wanted).execute()
  const names = new Map(rows.map(row => [row.id, row.name]))
  return id => (id === null ? '' : (names.get(id) ?? ''))
}
