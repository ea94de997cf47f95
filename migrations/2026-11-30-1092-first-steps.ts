import type { Kysely } from 'kysely'

/** First steps of a network, a group or a person that somebody does not want to be shown. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('skipped_first_steps')
    .addColumn('place', 'text', c => c.notNull())
    .addColumn('step', 'text', c => c.notNull())
    .addColumn('skipped_at', 'text', c => c.notNull())
    .addColumn('skipped_by', 'text', c => c.notNull().references('people.id'))
    .addPrimaryKeyConstraint('skipped_first_steps_once', ['place', 'step'])
    .execute()
}
