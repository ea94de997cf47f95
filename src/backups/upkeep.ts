import type { Db } from '../database.js'

export interface UpkeepTable {
  name: 'written to' | 'withdrawals known' | 'version' | 'seconds run' | 'to be written anew' | 'announced on'
  value: string
}

declare module '../database.js' {
  interface Tables {
    upkeep: UpkeepTable
  }
}

export async function noteUpkeep(db: Db, name: UpkeepTable['name'], value: string): Promise<void> {
  await db
    .insertInto('upkeep')
    .values({ name, value })
    .onConflict(c => c.column('name').doUpdateSet({ value }))
    .execute()
}

export async function upkeepNoted(db: Db, name: UpkeepTable['name']): Promise<string | undefined> {
  const row = await db.selectFrom('upkeep').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}
