import type { Kysely } from 'kysely'

/** The weekly letter: the day on which each person wants it, and the last week for which it was looked at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('weekly_letters')
    .addColumn('person_id', 'text', c => c.primaryKey().references('people.id'))
    .addColumn('weekday', 'integer', c => c.notNull())
    .addColumn('due_on', 'text')
    .addColumn('looked_at', 'text')
    .addColumn('sent_at', 'text')
    .execute()
}
