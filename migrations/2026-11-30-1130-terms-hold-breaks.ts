import type { Kysely } from 'kysely'

/** Half terms and holidays within terms. Terms that are there already have none until somebody enters them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('term_breaks')
    .addColumn('id', 'text', c => c.primaryKey())
    .addColumn('term_id', 'text', c => c.notNull().references('terms.id'))
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('starts_on', 'text', c => c.notNull())
    .addColumn('ends_on', 'text', c => c.notNull())
    .addColumn('sequence', 'integer', c => c.notNull().defaultTo(0))
    .addColumn('changed_at', 'text', c => c.notNull())
    .execute()
  await db.schema.createIndex('term_breaks_term').on('term_breaks').columns(['term_id', 'starts_on']).execute()
}
