import type { Db, Tables } from '../database.js'

type WithIds = { [Name in keyof Tables]: Tables[Name] extends { id: string } ? Name : never }[keyof Tables]

/** The ids of all records of a table, some at a time, as an index that is made anew asks for them. */
export function idsIn(table: WithIds) {
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
