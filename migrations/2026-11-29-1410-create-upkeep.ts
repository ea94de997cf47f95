import type { Kysely } from 'kysely'

/** What the workbench notes about its own running, a row for each: that it could write, how far a journal is known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('upkeep')
    .addColumn('name', 'text', c => c.primaryKey())
    .addColumn('value', 'text', c => c.notNull())
    .execute()
}
