import type { Kysely } from 'kysely'

/** What is in the search index, and what waits to be. The words themselves are kept by the database's full text (src/search/full-text.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('search_entries')
    .addColumn('number', 'bigint', c => c.primaryKey())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('record', 'text', c => c.notNull())
    .addUniqueConstraint('search_entries_once', ['kind', 'record'])
    .execute()
  await schema
    .createTable('search_waiting')
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('record', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('search_waiting_key', ['kind', 'record'])
    .execute()
  await schema
    .createTable('search_rebuilding')
    .addColumn('kind', 'text', c => c.primaryKey())
    .addColumn('after', 'text', c => c.notNull())
    .execute()
}
