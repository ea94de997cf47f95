import type { Kysely } from 'kysely'

/** What a deed with many pieces leaves to be read again a little at a time, and the places in the index whose words have still to be taken out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search_later')
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('record', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('search_later_key', ['kind', 'record'])
    .execute()
  await db.schema
    .createTable('search_gone')
    .addColumn('number', 'bigint', c => c.primaryKey())
    .execute()
}
