import type { Kysely } from 'kysely'

/** What a page shows to one browser for a few minutes, such as a link that was just made; sealed with that browser's cookie. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('handed_to_pages')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('sealed', 'text', c => c.notNull())
    .addColumn('ends_at', 'text', c => c.notNull())
    .execute()
}
