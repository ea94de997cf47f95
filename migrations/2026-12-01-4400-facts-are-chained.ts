import type { Kysely } from 'kysely'

/** One link for each fact: what it said of who did what, and that it stands behind the one before it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('fact_links')
    .addColumn('number', 'integer', c => c.primaryKey())
    .addColumn('salt', 'text')
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .execute()
}
