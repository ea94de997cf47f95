import type { Db, TableOfAGroup, TableWithIds } from '../database.js'

/** The ids of all records of a table, some at a time, as an index that is made anew asks for them. */
export function idsIn(table: TableWithIds) {
  return async (db: Db, after: string, most: number): Promise<string[]> => {
    const rows = await db
      .selectFrom(table as 'people')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(row => row.id)
  }
}

/** The ids of all records of a group in a table. */
export function idsInGroup(table: TableOfAGroup) {
  return async (db: Db, groupId: string): Promise<string[]> => {
    const rows = await db
      .selectFrom(table as 'claims')
      .select('id')
      .where('groupId', '=', groupId)
      .execute()
    return rows.map(row => row.id)
  }
}

/** The ids that a query gives for these, some at a time: a statement can hold only so many. */
export async function idsOf(
  these: string[],
  query: (some: string[]) => { execute(): Promise<{ id: string }[]> },
): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < these.length; from += 400)
    ids.push(...(await query(these.slice(from, from + 400)).execute()).map(row => row.id))
  return ids
}
